import { type FormEvent, useRef, useState } from 'react';
import { sampleWalk } from '../../walk/sampleWalk';
import { durationOf, type Position, readGpx, type Walk } from '../../walk/walk';
import type { PhoneView } from '../live/entities';
import { act, tell } from '../live/notice';
import { request } from '../live/request';
import { Icon } from '../parts/Icon';
import { PlaceMap } from './PlaceMap';

const [start] = sampleWalk.points;
const somewhere: Position = start ?? { latitude: 30.2738, longitude: 120.1542, accuracy: 8 };

/** Where the phone is: typed in, or played from a recorded walk at the speed of business time. */
export function PlaceForm({ phone }: { phone: PhoneView }) {
  const [walk, setWalk] = useState<Walk>(sampleWalk);
  const place = phone.position ?? somewhere;
  const put = (position: Position) => request('PUT', `/phones/${phone.id}/location`, position);
  const { isWalking } = phone;
  const play = () =>
    act(() =>
      request(isWalking ? 'DELETE' : 'PUT', `/phones/${phone.id}/walk`, isWalking ? undefined : walk),
    );
  return (
    <>
      <PlaceMap
        walk={walk}
        place={phone.position}
        put={(position) => void act(() => put({ ...position, accuracy: 8 }))}
      />
      <PlaceInputs key={`${place.latitude},${place.longitude}`} place={place} put={put} />
      <div className="walk-line">
        <button type="button" className="button" aria-pressed={isWalking} onClick={() => void play()}>
          <Icon name={isWalking ? 'pause' : 'walk'} />
          {isWalking ? '停下' : '走一遍'}
        </button>
        <span>
          {walk.name}，{Math.max(1, Math.round(durationOf(walk) / 60_000))} 分
        </span>
        <GpxButton read={setWalk} />
      </div>
    </>
  );
}

function PlaceInputs({ place, put }: { place: Position; put: (position: Position) => Promise<unknown> }) {
  const [latitude, setLatitude] = useState(place.latitude.toFixed(5));
  const [longitude, setLongitude] = useState(place.longitude.toFixed(5));
  const isChanged = latitude !== place.latitude.toFixed(5) || longitude !== place.longitude.toFixed(5);
  const move = (event: FormEvent) => {
    event.preventDefault();
    void act(() => put({ latitude: Number(latitude), longitude: Number(longitude), accuracy: 8 }));
  };
  return (
    <form className="place-inputs" onSubmit={move}>
      <input value={latitude} onChange={(event) => setLatitude(event.target.value)} aria-label="纬度" />
      <input value={longitude} onChange={(event) => setLongitude(event.target.value)} aria-label="经度" />
      {isChanged ? (
        <button type="submit" className="plain">
          定在这里
        </button>
      ) : (
        <span>±{place.accuracy} 米</span>
      )}
    </form>
  );
}

function GpxButton({ read }: { read: (walk: Walk) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const walk = readGpx(await file.text(), file.name.replace(/\.gpx$/i, ''));
    read(walk);
    tell(`读到 ${walk.points.length} 个点。`);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".gpx"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          void act(() => take(file));
        }}
      />
      <button type="button" className="plain" onClick={() => input.current?.click()}>
        换轨迹文件
      </button>
    </>
  );
}
