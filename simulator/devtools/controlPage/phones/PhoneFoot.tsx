import { useState } from 'react';
import type { PhoneView } from '../live/entities';
import { act, tell } from '../live/notice';
import { request, requestBlob } from '../live/request';
import { Icon } from '../parts/Icon';
import { Inspector, type Look } from './Inspector';

interface Props {
  phone: PhoneView;
  /** Whose it is. */
  name: string;
  reload: () => void;
}

/** Below a phone: the page it shows, how long that took to draw, and what can be done to the mini-program as a whole. */
export function PhoneFoot({ phone, name, reload }: Props) {
  const [look, setLook] = useState<Look>();
  const { latestDuration } = phone.setData;
  return (
    <footer className="phone-foot">
      <div>
        <code>{phone.path ?? '正在打开…'}</code>
        {phone.exceptions > 0 ? (
          <button
            type="button"
            className="plain bad"
            title={phone.latestException}
            onClick={() => setLook('audits')}
          >
            出错 {phone.exceptions} 次
          </button>
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
        <button type="button" className="button" onClick={() => void act(() => savePicture(phone, name))}>
          <Icon name="camera" />
          截图
        </button>
        <button type="button" className="button at-end" onClick={() => setLook('elements')}>
          <Icon name="inspect" />
          看元素
        </button>
      </div>
      {look && <Inspector phone={phone} first={look} close={() => setLook(undefined)} />}
    </footer>
  );
}

/** The browser saves it where it saves downloads. */
async function savePicture({ id, path = '' }: PhoneView, name: string): Promise<void> {
  const picture = await requestBlob(`/phones/${id}/screenshot`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `${name}-${path.replace(/\//g, '-')}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
  tell(`截图已存为 ${link.download}。`);
}
