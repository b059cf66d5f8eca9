import type { Dialogs } from '../shell/dialogs';
import { ApiRefusal, asynchronous, performing } from './convention';

/** Toast, loading, modal and action sheet, in WeChat's own look. */
export function interactionApi(dialogs: Dialogs) {
  return {
    showToast: performing('showToast', ({ title, icon = 'success', duration = 1500, mask }) => {
      if (typeof title !== 'string')
        throw new ApiRefusal('parameter error: parameter.title should be String');
      dialogs.toast('toast', title, icon, duration, mask);
    }),
    hideToast: performing('hideToast', () => dialogs.hideToast()),
    showLoading: performing('showLoading', ({ title, mask }) => {
      if (typeof title !== 'string')
        throw new ApiRefusal('parameter error: parameter.title should be String');
      dialogs.toast('loading', title, 'loading', undefined, mask);
    }),
    hideLoading: performing('hideLoading', () => dialogs.hideToast()),
    showModal: asynchronous('showModal', async (options) => {
      const { title, content, showCancel = true, editable, placeholderText = '' } = options;
      const cancel = { text: options.cancelText ?? '取消', color: options.cancelColor ?? '#000000' };
      const confirm = { text: options.confirmText ?? '确定', color: options.confirmColor ?? '#576B95' };
      checkButton('cancelText', cancel.text);
      checkButton('confirmText', confirm.text);
      const { choice, text } = await dialogs.ask({
        ...(title ? { title } : {}),
        ...(content && !editable ? { content } : {}),
        ...(editable ? { placeholder: placeholderText } : {}),
        choices: showCancel ? [cancel, confirm] : [confirm],
      });
      const isConfirmed = choice === (showCancel ? 1 : 0);
      return {
        confirm: isConfirmed,
        cancel: !isConfirmed,
        content: editable && isConfirmed ? text : null,
      } as never;
    }),
    showActionSheet: asynchronous('showActionSheet', async ({ itemList, itemColor, alertText }) => {
      if (!Array.isArray(itemList) || itemList.length === 0) {
        throw new ApiRefusal('parameter error: parameter.itemList should have at least 1 item');
      }
      if (itemList.length > 6) throw new ApiRefusal('parameter error: itemList should not be large than 6');
      const tapIndex = await dialogs.choose(itemList, alertText, itemColor);
      if (tapIndex < 0) throw new ApiRefusal('cancel');
      return { tapIndex };
    }),
  };
}

// Four characters at most. [doc]
function checkButton(name: string, text: string): void {
  if ([...text].length > 4) throw new ApiRefusal(`${name} length should not large than 4 Chinese characters`);
}
