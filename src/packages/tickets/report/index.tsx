import { View } from '@tarojs/components';
import { useState } from 'react';
import { Answered, Button, Card, Choice, OfflineBanner, Page, Refusal } from '@/components';
import { missingFor } from '@/hooks/answer';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { callPhone } from '@/services/device';
import type { Missing } from '@/services/failure';
import { typeNames, waitWords } from '@/words/tickets';
import { type TicketType, ticketTypes } from '../../../../types/ticket';
import { OfHome } from '../OfHome';
import { Advice, CallFirst } from './Advice';
import { AskSheet } from './AskSheet';
import { PlaceAndTime } from './PlaceAndTime';
import { Said } from './Said';
import { SortChips } from './SortChips';
import { SortSheet } from './SortSheet';
import { calledBy, callFirst } from './settled';
import { type ReportHook, useReport } from './useReport';
import './index.css';

/** 报修, 投诉, 咨询, 建议 in one screen (B1). */
export default function Report() {
  const { homeId: named, type } = useParameters();
  const tab = ticketTypes.find((one) => one === type);
  return (
    <OfHome name="report" homeId={named} line="绑定以后就能报修，师傅知道往哪里来。">
      {(homeId) => <ReportOf key={homeId} homeId={homeId} {...(tab ? { tab } : {})} />}
    </OfHome>
  );
}

const tabs = ticketTypes.map((value) => ({ value, name: typeNames[value] }));
type Sheet = 'sort' | 'sortAndSend' | 'ask' | undefined;

function ReportOf({ homeId, tab }: { readonly homeId: string; readonly tab?: TicketType }) {
  const report = useReport(homeId, tab);
  const [sheet, show] = useState<Sheet>();
  const now = useNow();
  const { settled, form } = report;
  const { answer } = report.asked;
  const missing = form && missingFor(answer);
  const submit = () => {
    const isQuestion = settled.type === 'enquiry' && !settled.asks.includes('urgency');
    if (isQuestion && form?.folder && !missing) show('ask');
    else if (settled.asks.length > 0) show('sortAndSend');
    else void report.send();
  };
  return (
    <Page
      name="report"
      banner={
        missing && (
          <OfflineBanner
            missing={missing}
            {...(answer.kind === 'ready' ? { at: answer.at } : {})}
            now={now}
            onRetry={() => void report.asked.again()}
          />
        )
      }
      footer={form && <Submit report={report} missing={missing} onSubmit={submit} />}
      over={<Over report={report} sheet={sheet} onClose={() => show(undefined)} />}
    >
      <Choice
        label="是哪一种"
        options={tabs}
        value={settled.type}
        onChange={(type) => report.choose(calledBy(type))}
      />
      {form ? (
        <Form report={report} missing={missing} onSort={() => show('sort')} />
      ) : (
        <Answered asked={report.asked} title="报修暂时打不开" cards={[4, 2, 2]}>
          {() => null}
        </Answered>
      )}
    </Page>
  );
}

interface FormProps {
  readonly report: ReportHook;
  readonly missing: Missing | undefined;
  readonly onSort: () => void;
}

function Form({ report, missing, onSort }: FormProps) {
  const { settled, recognised, form, refusal, isEmpty } = report;
  const first = callFirst(settled, recognised);
  if (!form) return null;
  return (
    <>
      {first && <CallFirst number={first} />}
      {refusal && <Refusal title="没有提交" sentence={refusal.sentence} />}
      <Card>
        <Said report={report} />
        {/* Nothing is asked before anything is said. */}
        {!isEmpty && <SortChips settled={settled} isKnown={recognised !== undefined} onTap={onSort} />}
      </Card>
      <Advice settled={settled} form={form} recognised={recognised} />
      <PlaceAndTime report={report} form={form} />
      {missing && form.servicePhone && (
        <Button
          kind="outline"
          icon="phone"
          label="急事直接打客服电话"
          onTap={() => callPhone(form.servicePhone ?? '')}
        />
      )}
    </>
  );
}

interface SubmitProps {
  readonly report: ReportHook;
  readonly missing: Missing | undefined;
  readonly onSubmit: () => void;
}

function Submit({ report, missing, onSubmit }: SubmitProps) {
  const { isSending, isEmpty, photos, settled } = report;
  const left = photos.files.filter(({ fileId }) => fileId === undefined).length;
  return (
    <>
      {isEmpty && <View className="page__note">写一句话或按住说话，就可以提交</View>}
      {missing && !isEmpty && <View className="page__note">{`现在提交会先存下，${waitWords(missing)}`}</View>}
      <Button
        label={settled.type === 'enquiry' ? '问一问' : '提交'}
        isBusy={isSending}
        busyLabel={left > 0 ? `正在上传照片，还剩 ${left} 张` : '正在提交'}
        isDisabled={isEmpty}
        onTap={onSubmit}
      />
    </>
  );
}

interface OverProps {
  readonly report: ReportHook;
  readonly sheet: Sheet;
  readonly onClose: () => void;
}

function Over({ report, sheet, onClose }: OverProps) {
  if (sheet === 'ask') return <AskSheet report={report} onClose={onClose} />;
  if (sheet === undefined) return null;
  const isSending = sheet === 'sortAndSend';
  return (
    <SortSheet
      settled={report.settled}
      isSending={isSending}
      onChoose={report.choose}
      onDone={() => {
        onClose();
        if (isSending) void report.send();
      }}
      onClose={onClose}
    />
  );
}
