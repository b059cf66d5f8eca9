import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  Answered,
  Button,
  Card,
  Choice,
  EmptyState,
  Field,
  Page,
  Refusal,
  RemindMe,
  Row,
} from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import type { CommunityChoice as Community } from '../../../../types/contract/community';
import type { BoundHome } from '../../../../types/contract/people';
import type { Refusal as RefusalOf } from '../../../../types/refusal';
import { CommunityChoice } from '../CommunityChoice';
import { bindRefusal, boundLine, canAskInstead } from '../homesWords';
import { PhoneStep } from '../PhoneStep';

const facts = [
  { value: 'surname', name: '填姓氏' },
  { value: 'room', name: '填房号' },
] as const;

/**
 * Row A1: WeChat's phone number and one more fact against the register. A printed code names the home (`h`, `c`), and then only the
 * surname counts.
 */
export default function Bind() {
  const parameters = useParameters();
  const asked = useAnswer('community.list', {});
  const [bound, setBound] = useState<readonly BoundHome[]>();
  return (
    <Page name="bind" {...(bound ? { footer: <Button label="完成" onTap={() => open(pages.home)} /> } : {})}>
      {bound ? (
        <Done homes={bound} />
      ) : (
        <Answered asked={asked} title="小区名单暂时看不到" cards={[2, 2]}>
          {(communities) =>
            communities.length === 0 ? (
              <EmptyState title="还没有开通的小区" line="请联系物业服务中心，开通后就能绑定。" />
            ) : (
              <Form communities={communities} parameters={parameters} onBound={setBound} />
            )
          }
        </Answered>
      )}
    </Page>
  );
}

interface FormProps {
  readonly communities: readonly Community[];
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly onBound: (homes: readonly BoundHome[]) => void;
}

function Form({ communities, parameters, onBound }: FormProps) {
  const printedHome = parameters.h;
  const only = communities.length === 1 ? communities[0]?.communityId : undefined;
  const { draft, change, clear } = useDraft('bind', { communityId: '', kind: 'surname', fact: '' });
  const { run, isBusy, refusal } = useChange('people.bindHome');
  const communityId = parameters.c ?? only ?? (draft.communityId || undefined);
  const isSurname = printedHome !== undefined || draft.kind !== 'room';
  const fact = draft.fact.trim();
  const askInstead = () => open(pages.requestBinding, communityId ? { communityId } : {});
  const bind = async (phoneCode: string) => {
    if (communityId === undefined) return;
    const bound = await run({
      communityId,
      phoneCode,
      secondFact: isSurname ? { kind: 'surname', surname: fact } : { kind: 'room', room: fact },
      ...(printedHome ? { homeId: printedHome } : {}),
    });
    if (!bound) return;
    clear();
    onBound(bound.homes);
  };
  return (
    <>
      <Card>
        <View className="stack">
          <CommunityChoice
            communities={communities}
            communityId={communityId}
            onChoose={(chosen) => change({ communityId: chosen })}
          />
          <SecondFact
            fact={draft.fact}
            isSurname={isSurname}
            isChosen={printedHome === undefined}
            change={change}
          />
        </View>
      </Card>
      {refusal && <NotBound refusal={refusal} onAsk={askInstead} />}
      <PhoneStep
        label="用微信手机号核对"
        isBusy={isBusy}
        busyLabel="正在核对"
        isDisabled={fact === '' || communityId === undefined}
        onCode={(code) => void bind(code)}
      />
      <Button kind="quiet" label="登记的不是我的手机号" onTap={askInstead} />
    </>
  );
}

function NotBound({ refusal, onAsk }: { readonly refusal: RefusalOf; readonly onAsk: () => void }) {
  return (
    <Refusal title="没有绑定上" sentence={bindRefusal(refusal)}>
      {canAskInstead(refusal) && <Button kind="outline" label="提交申请，由客服核对" onTap={onAsk} />}
    </Refusal>
  );
}

interface SecondFactProps {
  readonly fact: string;
  readonly isSurname: boolean;
  /** Which fact is the person's to choose; a printed code asks for the surname. */
  readonly isChosen: boolean;
  readonly change: (part: { readonly kind?: string; readonly fact: string }) => void;
}

function SecondFact({ fact, isSurname, isChosen, change }: SecondFactProps) {
  return (
    <>
      {isChosen && (
        <Choice
          label="另外核对什么"
          options={facts}
          value={isSurname ? 'surname' : 'room'}
          onChange={(kind) => change({ kind, fact: '' })}
        />
      )}
      <Field
        id="bind-fact"
        label={isSurname ? '业主登记的姓氏' : '房号'}
        value={fact}
        placeholder={isSurname ? '例如：陈' : '例如：1201'}
        hint={isSurname ? '登记人的姓，一个字就行' : '只填房号，不用填楼栋和单元'}
        most={12}
        onChange={(text) => change({ fact: text })}
      />
    </>
  );
}

function Done({ homes }: { readonly homes: readonly BoundHome[] }) {
  const isWaiting = homes.some(({ state }) => state === 'waiting');
  return (
    <>
      <Card isFlush>
        {homes.map((home) => (
          <Row
            key={home.homeId}
            icon={home.state === 'bound' ? 'check' : 'clock'}
            title={home.place}
            line={boundLine(home)}
            chip={
              home.state === 'bound' ? { text: '已绑定', tone: 'good' } : { text: '待确认', tone: 'warn' }
            }
          />
        ))}
      </Card>
      {isWaiting && <RemindMe occasion="bindingAsked" label="有结果时，用微信提醒我" />}
    </>
  );
}
