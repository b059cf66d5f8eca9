import { View } from '@tarojs/components';
import { PhotoStrip } from '@/components/PhotoStrip/PhotoStrip';
import { Voice } from '@/components/Voice/Voice';
import type { TicketView } from '../../../types/contract/tickets';

/** What the reporter said and showed. */
export function WhatIsReported({ ticket }: { readonly ticket: TicketView }) {
  const { text, textCheck, photos, voice } = ticket;
  return (
    <>
      {text !== undefined && text !== '' && <View className="words-said">{text}</View>}
      {text === undefined && (
        <View className="type-second">
          {textCheck === 'refused'
            ? '文字没有通过微信的内容检查，请打电话问清楚。'
            : '文字还在微信检查，通过后就能看到。'}
        </View>
      )}
      <PhotoStrip files={photos} label="现场照片" />
      {voice?.link !== undefined && <Voice source={voice.link} seconds={voice.seconds ?? 1} />}
    </>
  );
}
