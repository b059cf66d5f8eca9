import Taro from '@tarojs/taro';
import type { InvoiceTitle } from '../../types/contract/invoicing';

/** A title the person picks from WeChat's own list; undefined where the person turned back or the list is not there. */
export async function chooseTitle(): Promise<InvoiceTitle | undefined> {
  try {
    const { type, title, taxNumber } = await Taro.chooseInvoiceTitle();
    const name = title.trim();
    if (name === '') return undefined;
    return String(type) === '0' ? { kind: 'company', name, taxNumber } : { kind: 'person', name };
  } catch {
    return undefined;
  }
}

/** Opens an issued invoice's PDF; false where it could not be fetched. */
export async function showPdf(url: string): Promise<boolean> {
  try {
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
    return true;
  } catch {
    return false;
  }
}
