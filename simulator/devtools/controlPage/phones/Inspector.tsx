import { useCallback, useEffect, useRef, useState } from 'react';
import type { Judgement, PhoneView } from '../live/entities';
import { act } from '../live/notice';
import { request } from '../live/request';
import { ruleText } from '../model/audits';
import { indented } from '../model/wxml';
import { Icon } from '../parts/Icon';
import { Segments } from '../parts/Segments';

export type Look = 'elements' | 'audits';

const looks = [
  { value: 'elements', text: '元素' },
  { value: 'audits', text: '体检' },
] as const;

/** Into a phone, over everything else: the page on top as wxml, and what the audits gathered since it was loaded. */
export function Inspector(props: { phone: PhoneView; first: Look; close: () => void }) {
  const { phone, first, close } = props;
  const [look, setLook] = useState<Look>(first);
  const [wxml, setWxml] = useState('');
  const [judgements, setJudgements] = useState<readonly Judgement[]>([]);
  const dialog = useRef<HTMLDialogElement>(null);
  const read = useCallback(
    () =>
      act(async () => {
        const [page, audits] = await Promise.all([
          request<{ wxml: string }>('GET', `/phones/${phone.id}/wxml`),
          request<{ judgements: Judgement[] }>('GET', `/phones/${phone.id}/audits`),
        ]);
        setWxml(indented(page.wxml));
        setJudgements(audits.judgements);
      }),
    [phone.id],
  );
  useEffect(() => {
    dialog.current?.showModal();
    void read();
  }, [read]);
  return (
    <dialog className="inspector" ref={dialog} onClose={close} aria-label="页面元素和体检">
      <header>
        <Segments label="看什么" choices={looks} chosen={look} choose={setLook} />
        <code title="miniprogram-automator 连这里">{phone.automatorUrl}</code>
        <button type="button" className="button" onClick={() => void read()}>
          <Icon name="reload" />
          再读一次
        </button>
        <button type="button" className="button" onClick={close}>
          <Icon name="close" />
          关上
        </button>
      </header>
      {look === 'elements' ? <pre>{wxml}</pre> : <Audits judgements={judgements} />}
    </dialog>
  );
}

function Audits({ judgements }: { judgements: readonly Judgement[] }) {
  return (
    <table className="audits">
      <thead>
        <tr>
          <th>打开手机以来</th>
          <th>最多</th>
          <th>上限</th>
          <th>结果</th>
        </tr>
      </thead>
      <tbody>
        {judgements.map((judgement) => (
          <tr key={judgement.rule}>
            <td>
              {ruleText(judgement)}
              {judgement.where.length > 0 && <pre>{judgement.where.join('\n')}</pre>}
            </td>
            <td>
              <code>{judgement.measured}</code>
            </td>
            <td>
              <code>{judgement.limit}</code>
            </td>
            <td>
              {judgement.passed ? (
                <em className="chip is-good">合格</em>
              ) : (
                <em className="chip is-bad">超出</em>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
