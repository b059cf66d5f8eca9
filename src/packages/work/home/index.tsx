import { View } from '@tarojs/components';
import { AnswerBanner, Answered, Button, Card, EmptyState, Page, Row } from '@/components';
import { useMyHomes } from '@/hooks/useMyHomes';
import { open, pages } from '@/services/routes';
import type { MyPost } from '../../../../types/contract/people';
import { dutyNames, workplacesOf } from '../workplaces';

/** Where a member of staff begins: what each post has to do, community by community. */
export default function WorkHome() {
  const { asked } = useMyHomes();
  return (
    <Page name="work" banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked} title="工作台暂时打不开" cards={[4]}>
        {({ posts }) =>
          posts.length > 0 ? (
            posts.map((post) => <Post key={post.staffId} post={post} />)
          ) : (
            <EmptyState
              title="还没有岗位"
              line="请主管在员工名册里登记您的手机号和岗位，再回到这里登记上岗。"
            >
              <Button kind="outline" label="登记上岗" onTap={() => open(pages.joinAsStaff)} />
            </EmptyState>
          )
        }
      </Answered>
    </Page>
  );
}

function Post({ post }: { readonly post: MyPost }) {
  const { communityId, communityName, duties } = post;
  const places = workplacesOf(post);
  return (
    <>
      <View className="type-second">
        {communityName} {duties.map((duty) => dutyNames[duty]).join('、')}
      </View>
      <Card isFlush>
        {places.map(({ title, line, icon, page }) => (
          <Row key={title} icon={icon} title={title} line={line} onTap={() => open(page, { communityId })} />
        ))}
        {places.length === 0 && <Row icon="work" title="这个岗位的工作还没有放进小程序" />}
      </Card>
    </>
  );
}
