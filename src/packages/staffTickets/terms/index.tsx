import { View } from '@tarojs/components';
import { useState } from 'react';
import { AnswerBanner, Answered, Button, Card, Field, Page, Refusal } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useChange } from '@/hooks/useChange';
import { useParameters } from '@/hooks/useParameters';
import { say } from '@/services/device';
import { lengthWords } from '@/words/tickets';
import type { ServiceTerms } from '../../../../types/contract/ticketDesks';
import { rowsText, withRows, writtenRows } from './buildingRows';
import { keyOf, minutesOf, type TermField, termGroups, withWritten, writtenMinutes } from './termFields';
import './index.css';

/** How long each clock runs in a community (B3, B4), and how its buildings stand (B2); the project manager changes it. */
export default function Terms() {
  const { communityId = '' } = useParameters();
  const asked = useAnswer('ticketDesks.terms', { communityId });
  const [written, write] = useState<Written>({});
  const [rows, writeRows] = useState<string>();
  const { run, isBusy, refusal } = useChange('ticketDesks.setTerms');
  const terms = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  const timed = terms && withWritten(terms, written);
  const next = timed && withRows(timed, rows);
  const save = async () => {
    const kept = next && (await run({ communityId, terms: next }));
    if (!kept) return;
    asked.take(kept);
    write({});
    writeRows(undefined);
    say('已保存，以后的工单按这个来');
  };
  return (
    <Page
      name="terms"
      banner={<AnswerBanner asked={asked} />}
      footer={
        terms && (
          <>
            {refusal && <Refusal title="没有保存" sentence={refusal.sentence} />}
            <Button
              label="保存"
              isBusy={isBusy}
              isDisabled={next === undefined || (rows === undefined && Object.keys(written).length === 0)}
              onTap={() => void save()}
            />
          </>
        )
      }
    >
      <Answered asked={asked} title="时限暂时看不到" cards={[8]}>
        {(value) => (
          <>
            <View className="type-second">都按分钟写，改动只管以后的工单。</View>
            {termGroups.map(({ name, fields }) => (
              <Card key={name}>
                <View className="type-heading">{name}</View>
                <View className="terms__fields">
                  {fields.map((field) => (
                    <Minutes key={keyOf(field)} field={field} terms={value} {...{ written, write }} />
                  ))}
                </View>
              </Card>
            ))}
            <Buildings text={rows ?? rowsText(value.buildingRows)} onWrite={writeRows} />
          </>
        )}
      </Answered>
    </Page>
  );
}

type Written = Readonly<Record<string, string>>;

/** How the buildings stand: dispatch tells ways by it. */
function Buildings({ text, onWrite }: { readonly text: string; readonly onWrite: (text: string) => void }) {
  return (
    <Card>
      <View className="type-heading">楼栋位置</View>
      <View className="terms__rows">
        <Field
          id="terms-rows"
          label="一行写一排，楼栋之间空一格"
          placeholder="1栋 2栋 3栋"
          isLong
          most={4000}
          value={text}
          {...(writtenRows(text) === undefined
            ? { error: '每栋楼只写一次，一个名字最多 20 个字' }
            : { hint: '派单按这个算走过去要多久；不写，就按楼号估。' })}
          onChange={onWrite}
        />
      </View>
    </Card>
  );
}

interface MinutesProps {
  readonly field: TermField;
  readonly terms: ServiceTerms;
  readonly written: Written;
  readonly write: (written: Written) => void;
}

/** One figure, and how long that is in words. */
function Minutes({ field, terms, written, write }: MinutesProps) {
  const key = keyOf(field);
  const text = written[key] ?? String(minutesOf(terms, field));
  const minutes = writtenMinutes(text);
  return (
    <Field
      id={`term-${key.replace('.', '-')}`}
      label={field.name}
      keyboard="number"
      most={5}
      value={text}
      {...(minutes === undefined ? { error: '写 1 到 43200 之间的整数' } : { hint: lengthWords(minutes) })}
      onChange={(changed) => write({ ...written, [key]: changed })}
    />
  );
}
