import { type FormEvent, useState } from 'react';
import type { PhoneView } from '../live/entities';
import { act, tell } from '../live/notice';
import { request } from '../live/request';
import { forged } from '../model/codes';
import { Icon } from '../parts/Icon';
import { Section } from '../parts/Section';
import { PlaceForm } from './PlaceForm';

interface Props {
  phone: PhoneView;
  nameOf: (openid: string) => string;
}

/** What the active phone's camera and satellites find. */
export function InjectSection({ phone, nameOf }: Props) {
  const name = nameOf(phone.openid);
  return (
    <Section
      name="扫码和定位"
      aside={
        <span className="target">
          <Icon name="target" />
          <span className="text">注入到 {name}</span>
        </span>
      }
    >
      <div className="inject">
        <ScanForm key={phone.id} phone={phone} name={name} />
        <PlaceForm key={`place-${phone.id}`} phone={phone} />
      </div>
    </Section>
  );
}

function ScanForm({ phone, name }: { phone: PhoneView; name: string }) {
  const [code, setCode] = useState('');
  const [past, setPast] = useState<readonly string[]>(pastCodes);
  const queue = (event: FormEvent) => {
    event.preventDefault();
    void act(async () => {
      await request('POST', `/phones/${phone.id}/scan`, { result: code });
      const codes = [code, ...past.filter((one) => one !== code)].slice(0, 8);
      setPast(codes);
      localStorage.setItem(key, JSON.stringify(codes));
      tell(`${name} 扫码会扫到它。`);
    });
  };
  const forge = () =>
    act(async () => {
      await request('POST', `/phones/${phone.id}/scan`, { result: forged(code) });
      tell(`${name} 扫码会扫到改过的码。`);
    });
  return (
    <form className="scan" onSubmit={queue}>
      <label className="field">
        <Icon name="qr" />
        <input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          list="past-codes"
          placeholder="码里的内容"
          aria-label="码里的内容"
        />
      </label>
      <datalist id="past-codes">
        {past.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <div className="chips">
        <button type="submit" className="button" disabled={code === ''}>
          扫这个码
        </button>
        <button
          type="button"
          className="button"
          disabled={code === ''}
          title="同样的码，改了一个字"
          onClick={() => void forge()}
        >
          伪造的
        </button>
      </div>
    </form>
  );
}

const key = 'scanned-codes';

function pastCodes(): readonly string[] {
  return JSON.parse(localStorage.getItem(key) ?? '[]') as string[];
}
