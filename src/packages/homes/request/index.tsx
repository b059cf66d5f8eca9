import { View } from '@tarojs/components';
import { useState } from 'react';
import { Answered, Button, Card, Choice, EmptyState, Field, Page, Refusal, RemindMe } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import type { CommunityChoice as Community } from '../../../../types/contract/community';
import type { BoundHome } from '../../../../types/contract/people';
import type { Relation } from '../../../../types/role';
import { CommunityChoice } from '../CommunityChoice';
import { relationNames } from '../homesWords';
import { PhoneStep } from '../PhoneStep';

const relations = (['owner', 'family', 'tenant'] as const).map((value) => ({
  value,
  name: relationNames[value],
}));

/** Where the register does not match: a request that the owner or customer service decides. */
export default function RequestBinding() {
  const { communityId } = useParameters();
  const asked = useAnswer('community.list', {});
  const [sent, setSent] = useState<BoundHome>();
  return (
    <Page
      name="request"
      {...(sent ? { footer: <Button label="完成" onTap={() => open(pages.home)} /> } : {})}
    >
      {sent ? (
        <EmptyState
          drawing="letterbox"
          title="申请已提交"
          line={`${sent.place} 由业主或客服确认，结果会发到消息里。`}
        >
          <RemindMe occasion="bindingAsked" label="有结果时，用微信提醒我" />
        </EmptyState>
      ) : (
        <Answered asked={asked} title="小区名单暂时看不到" cards={[3, 2]}>
          {(communities) => <Form communities={communities} named={communityId} onSent={setSent} />}
        </Answered>
      )}
    </Page>
  );
}

interface FormProps {
  readonly communities: readonly Community[];
  readonly named: string | undefined;
  readonly onSent: (home: BoundHome) => void;
}

const blank = {
  communityId: '',
  building: '',
  unit: '',
  room: '',
  name: '',
  relation: 'owner' as Relation,
  note: '',
};

function Form({ communities, named, onSent }: FormProps) {
  const { draft, change, clear } = useDraft('request', blank);
  const { run, isBusy, refusal } = useChange('people.requestBinding');
  const only = communities.length === 1 ? communities[0]?.communityId : undefined;
  const communityId = draft.communityId || named || only;
  const { building, unit, room, name, relation, note } = draft;
  const isWhole =
    [building, unit, room, name].every((part) => part.trim() !== '') && communityId !== undefined;
  const send = async (phoneCode: string) => {
    if (communityId === undefined) return;
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const sent = await run({ communityId, building, unit, room, name, relation, phoneCode, ...said });
    if (!sent) return;
    clear();
    onSent(sent);
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
          <Where draft={draft} change={change} />
          <Who draft={draft} change={change} />
        </View>
      </Card>
      {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
      <PhoneStep
        label="提交申请"
        isBusy={isBusy}
        busyLabel="正在提交"
        isDisabled={!isWhole}
        onCode={(code) => void send(code)}
      />
    </>
  );
}

interface PartProps {
  readonly draft: typeof blank;
  readonly change: (part: Partial<typeof blank>) => void;
}

/** The place as people write it. */
function Where({ draft: { building, unit, room }, change }: PartProps) {
  return (
    <View className="side-by-side">
      <Field
        id="request-building"
        label="楼栋"
        value={building}
        most={12}
        onChange={(text) => change({ building: text })}
      />
      <Field
        id="request-unit"
        label="单元"
        value={unit}
        most={12}
        onChange={(text) => change({ unit: text })}
      />
      <Field
        id="request-room"
        label="房号"
        value={room}
        most={12}
        onChange={(text) => change({ room: text })}
      />
    </View>
  );
}

/** Who asks, and what customer service should know. */
function Who({ draft: { name, relation, note }, change }: PartProps) {
  return (
    <>
      <Field id="request-name" label="您的姓名" value={name} onChange={(text) => change({ name: text })} />
      <Choice
        label="您是"
        options={relations}
        value={relation}
        onChange={(value) => change({ relation: value })}
      />
      <Field
        id="request-note"
        label="说明（可以不填）"
        value={note}
        placeholder="例如：我是业主的女儿，平时由我缴费"
        isLong
        most={200}
        onChange={(text) => change({ note: text })}
      />
    </>
  );
}
