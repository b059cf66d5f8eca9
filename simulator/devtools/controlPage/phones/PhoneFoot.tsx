import { useState } from 'react';
import type { PhoneView } from '../live/entities';
import { act } from '../live/notice';
import { request } from '../live/request';
import { indented } from '../model/wxml';
import { Icon } from '../parts/Icon';
import { Inspector } from './Inspector';

/** Below a phone: the page it shows, how long that took to draw, and what can be done to the mini-program as a whole. */
export function PhoneFoot({ phone, reload }: { phone: PhoneView; reload: () => void }) {
  const [wxml, setWxml] = useState<string>();
  const { latestDuration } = phone.setData;
  const inspect = () =>
    act(async () => {
      const answer = await request<{ wxml: string }>('GET', `/phones/${phone.id}/wxml`);
      setWxml(indented(answer.wxml));
    });
  return (
    <footer className="phone-foot">
      <div>
        <code>{phone.path ?? '正在打开…'}</code>
        {phone.exceptions > 0 ? (
          <span className="bad" title={phone.latestException}>
            出错 {phone.exceptions} 次
          </span>
        ) : (
          latestDuration !== undefined && <span>渲染 {Math.max(1, Math.round(latestDuration))} ms</span>
        )}
      </div>
      <div>
        <button type="button" className="button" onClick={reload}>
          <Icon name="reload" />
          重开
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            void act(() => request('PUT', `/phones/${phone.id}/hidden`, { hidden: !phone.isHidden }))
          }
        >
          <Icon name={phone.isHidden ? 'sun' : 'moon'} />
          {phone.isHidden ? '回前台' : '切后台'}
        </button>
        <button type="button" className="button at-end" onClick={() => void inspect()}>
          <Icon name="inspect" />
          看元素
        </button>
      </div>
      {wxml !== undefined && (
        <Inspector title={phone.path ?? ''} wxml={wxml} reread={inspect} close={() => setWxml(undefined)} />
      )}
    </footer>
  );
}
