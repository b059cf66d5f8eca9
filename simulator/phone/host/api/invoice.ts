import { button, h, openLayer, pageHead } from '../system/layer';
import type { PhoneSystem } from '../system/phoneSystem';
import type { Prompts } from '../system/prompts';
import { ApiRefusal, asynchronous } from './convention';

type Title = Omit<WechatMiniprogram.ChooseInvoiceTitleSuccessCallbackResult, 'errMsg'>;

const nothing = { taxNumber: '', companyAddress: '', telephone: '', bankName: '', bankAccount: '' };

/** Invoice titles the person keeps in WeChat. */
export class InvoiceTitles {
  list: readonly Title[] = [
    { ...nothing, type: 1, title: '张三' },
    {
      type: 0,
      title: '示例科技有限公司',
      taxNumber: '91310000MA1K00000X',
      companyAddress: '上海市示例路 1 号',
      telephone: '021-00000000',
      bankName: '示例银行上海分行',
      bankAccount: '6200000000000000',
    },
  ];
}

/** `wx.chooseInvoiceTitle`. From outside: `'cancel'`, a place in the list, or a title. */
export function invoiceApi({ prompts, privacy }: PhoneSystem, titles: InvoiceTitles) {
  return {
    chooseInvoiceTitle: asynchronous('chooseInvoiceTitle', async () => {
      await privacy.need('发票信息', 'chooseInvoiceTitle');
      const title = await ask(prompts, titles.list);
      if (!title) throw new ApiRefusal('cancel');
      return title;
    }),
  };
}

function ask(prompts: Prompts, list: readonly Title[]): Promise<Title | undefined> {
  return prompts.ask<Title | undefined>({
    kind: 'chooseInvoiceTitle',
    details: { titles: list.map(({ title }) => title) },
    read: (given) => {
      if (given === 'cancel') return undefined;
      const found = typeof given === 'number' ? list[given] : (given as Partial<Title> | undefined);
      if (!found?.title)
        throw new Error(`chooseInvoiceTitle is answered with 'cancel', a place in the list or a title`);
      return { ...nothing, type: 0, ...found, title: found.title };
    },
    draw: (choose) =>
      openLayer(
        'page',
        '选择抬头',
        pageHead('选择抬头', () => choose(undefined)),
        h('div', 'system-group', ...list.map((title) => row(title, choose))),
      ),
  });
}

function row(title: Title, choose: (title: Title) => void): HTMLElement {
  const kind = title.type === 0 ? `单位　${title.taxNumber}` : '个人';
  const element = button('place-row', '', () => choose(title));
  element.append(h('b', '', title.title), h('small', '', kind));
  return element;
}
