import { Text } from '@tarojs/components';
import { AnswerBanner, Answered, Page } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import './index.css';

export default function Home() {
  const asked = useAnswer('community.welcome', {}, { isKept: true });
  return (
    <Page name="home" isTab banner={<AnswerBanner asked={asked} />}>
      <Answered asked={asked}>
        {(welcome) => <Text className="home__community">{welcome.communityName}</Text>}
      </Answered>
    </Page>
  );
}
