import { openTypes } from '../builtins/openTypes';
import { h, openLayer, pageHead } from '../system/layer';
import { oneOf, type Prompts } from '../system/prompts';

/** `<button open-type="contact">`: a chat with nobody at the other end. From outside: `'close'`. */
export function connectContact(prompts: Prompts): void {
  openTypes.add('contact', async (button) => {
    await prompts.ask<'close'>({
      kind: 'contact',
      details: { sessionFrom: button.text('session-from') },
      read: oneOf('contact', 'close'),
      draw: (choose) =>
        openLayer(
          'page',
          '客服',
          pageHead('客服', () => choose('close')),
          h('p', 'system-text', '模拟手机不接通客服。在微信里，这里是与客服的会话。'),
        ),
    });
    button.emit('contact', { errMsg: 'enterContact:ok', path: '', query: {} });
  });
}
