import { Textarea, View } from '@tarojs/components';
import { PhotoRow } from '@/components/PhotoRow/PhotoRow';
import { HoldToTalk } from '@/components/Voice/HoldToTalk';
import { Voice } from '@/components/Voice/Voice';
import type { TicketType } from '../../../../types/ticket';
import type { ReportHook } from './useReport';

const hints: Readonly<Record<TicketType, string>> = {
  repair: '哪里坏了，怎么了。例如：厨房水槽下面一直漏水',
  complaint: '发生了什么，在哪里，什么时候。',
  enquiry: '想问什么。例如：装修要办什么手续',
  suggestion: '您希望怎么改。',
};
/** The contract's. */
const longest = 1000;

/** What happened: photos first, words, or said aloud. */
export function Said({ report }: { readonly report: ReportHook }) {
  const { draft, photos, voice, settled, write, spoken, isSending } = report;
  const [said] = voice.files;
  return (
    <>
      <PhotoRow uploads={photos} label="现场照片" />
      <Textarea
        id="report-text"
        className="report__text"
        value={draft.text}
        placeholder={hints[settled.type]}
        placeholderClass="field__placeholder"
        ariaLabel="写下发生了什么"
        autoHeight
        maxlength={longest}
        showConfirmBar={false}
        disabled={isSending}
        onInput={(event) => write(event.detail.value)}
      />
      <View className="report__voice">
        <View className="report__heard">
          {said && (
            <Voice
              key={said.key}
              source={said.path}
              seconds={said.seconds ?? 1}
              onRemove={() => voice.remove(said.key)}
            />
          )}
        </View>
        <HoldToTalk isAgain={said !== undefined} onRecorded={spoken} />
      </View>
    </>
  );
}
