import { View } from '@tarojs/components';
import { AnswerBanner, Button, Card, Choice, Field, Page, Refusal } from '@/components';
import { useParameters } from '@/hooks/useParameters';
import type { Taking } from './taking';
import { Unsent } from './Unsent';
import { useTaking } from './useTaking';
import { What } from './What';
import './index.css';

const kinds = [
  { value: 'home', name: '业主家里' },
  { value: 'common', name: '公共区域' },
] as const;
interface PartProps {
  readonly draft: Taking;
  readonly change: (part: Partial<Taking>) => void;
}

/** Staff take down what came by phone, over the counter or on the way (B1). */
export default function Take() {
  const { communityId = '' } = useParameters();
  const taking = useTaking(communityId);
  const { asked, draft, change, lacks, isBusy, trouble, send } = taking;
  return (
    <Page
      name="take"
      banner={<AnswerBanner asked={asked} />}
      footer={
        <>
          {lacks && <View className="page__note">{lacks}</View>}
          <Button
            label="记下并受理"
            isBusy={isBusy}
            busyLabel="正在记下"
            isDisabled={lacks !== undefined}
            onTap={() => void send()}
          />
        </>
      }
    >
      {trouble && <Refusal title="没有记下" sentence={trouble} />}
      <Unsent communityId={communityId} isOnForm />
      <What taking={taking} />
      <Place draft={draft} change={change} />
      <Contact draft={draft} change={change} />
    </Page>
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
