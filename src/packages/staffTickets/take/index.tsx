import { View } from '@tarojs/components';
import { Button, Card, Choice, Field, Page, Refusal } from '@/components';
import { useChange } from '@/hooks/useChange';
import { useDraft } from '@/hooks/useDraft';
import { useParameters } from '@/hooks/useParameters';
import { pages, replaceBy } from '@/services/routes';
import { channelNames, typeNames, urgencyNames } from '@/words/tickets';
import { ticketTypes } from '../../../../types/ticket';
import { ProblemPills } from '../case/ProblemPills';
import { blankTaking, hasSubject, missing, type Taking, takenReport } from './taking';
import './index.css';

const channels = (['phone', 'counter', 'walkIn'] as const).map((value) => ({
  value,
  name: channelNames[value],
}));
const kinds = [
  { value: 'home', name: '业主家里' },
  { value: 'common', name: '公共区域' },
] as const;
const types = ticketTypes.map((value) => ({ value, name: typeNames[value] }));
const urgencies = (['emergency', 'general'] as const).map((value) => ({ value, name: urgencyNames[value] }));

interface PartProps {
  readonly draft: Taking;
  readonly change: (part: Partial<Taking>) => void;
}

/** Staff take down what came by phone, over the counter or on the way (B1). */
export default function Take() {
  const { communityId = '' } = useParameters();
  const { draft, change, clear } = useDraft<Taking>(`take:${communityId}`, blankTaking);
  const { run, isBusy, refusal } = useChange('tickets.takeReport');
  const lacks = missing(draft);
  const send = async () => {
    const made = await run(takenReport(communityId, draft));
    if (!made) return;
    clear();
    replaceBy(pages.deskTicket, { ticketId: made.ticketId });
  };
  return (
    <Page
      name="take"
      footer={
        <>
          {lacks && <View className="page__note">{lacks}</View>}
          <Button
            label="记下并受理"
            isBusy={isBusy}
            isDisabled={lacks !== undefined}
            onTap={() => void send()}
          />
        </>
      }
    >
      {refusal && <Refusal title="没有记下" sentence={refusal.sentence} />}
      <What draft={draft} change={change} />
      <Place draft={draft} change={change} />
      <Contact draft={draft} change={change} />
    </Page>
  );
}

function What({ draft, change }: PartProps) {
  const { channel, type, text, urgency, problem } = draft;
  return (
    <Card>
      <View className="stack">
        <Choice
          label="怎么来的"
          options={channels}
          value={channel}
          onChange={(value) => change({ channel: value })}
        />
        <Choice label="是哪一种" options={types} value={type} onChange={(value) => change({ type: value })} />
        <Field
          id="take-text"
          label="什么事"
          value={text}
          isLong
          most={1000}
          onChange={(value) => change({ text: value })}
        />
        {type === 'repair' && (
          <Choice
            label="急不急"
            options={urgencies}
            value={urgency === 'emergency' ? urgency : 'general'}
            onChange={(value) => change({ urgency: value })}
          />
        )}
        {hasSubject(type) && (
          <ProblemPills type={type} value={problem} onChange={(value) => change({ problem: value })} />
        )}
      </View>
    </Card>
  );
}

function Place({ draft, change }: PartProps) {
  const { kind, building, unit, room, where } = draft;
  return (
    <Card>
      <View className="stack">
        <Choice label="在哪里" options={kinds} value={kind} onChange={(value) => change({ kind: value })} />
        <View className="side-by-side">
          <Field
            id="take-building"
            label="楼栋"
            value={building}
            most={12}
            onChange={(value) => change({ building: value })}
          />
          {kind === 'home' && (
            <>
              <Field
                id="take-unit"
                label="单元"
                value={unit}
                most={12}
                onChange={(value) => change({ unit: value })}
              />
              <Field
                id="take-room"
                label="房号"
                value={room}
                most={12}
                onChange={(value) => change({ room: value })}
              />
            </>
          )}
        </View>
        {kind === 'common' && (
          <Field
            id="take-where"
            label="具体位置"
            placeholder="例如 2 单元电梯厅"
            value={where}
            most={200}
            onChange={(value) => change({ where: value })}
          />
        )}
      </View>
    </Card>
  );
}

function Contact({ draft: { name, phone }, change }: PartProps) {
  return (
    <Card>
      <View className="stack">
        <Field
          id="take-name"
          label="联系人，可以不写"
          value={name}
          onChange={(value) => change({ name: value })}
        />
        <Field
          id="take-phone"
          label="电话"
          keyboard="number"
          value={phone}
          most={15}
          onChange={(value) => change({ phone: value })}
        />
      </View>
    </Card>
  );
}
