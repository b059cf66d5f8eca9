import { View } from '@tarojs/components';
import { Card } from '@/components';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { Voice } from '@/components/Voice/Voice';
import type { TicketView } from '../../../../types/contract/tickets';
import { textCheckWords } from './ticketWords';

/** What was reported, in the reporter's own words, with what WeChat has said of it. */
export function Said({ ticket }: { readonly ticket: TicketView }) {
  const { text, textCheck, photos, voice, spot } = ticket;
  const note = textCheckWords(textCheck);
  if (!text && !voice && photos.length === 0) return null;
  return (
    <Card>
      <View className="type-second">{spot ? `反映的内容，${spot}` : '反映的内容'}</View>
      {text && <View className="answer__text">{text}</View>}
      {note && <View className="type-second tone-warn">{note}</View>}
      {voice?.link && <Voice source={voice.link} seconds={voice.seconds ?? 1} />}
      <PhotoStrip files={photos} label="现场照片" />
    </Card>
  );
}
