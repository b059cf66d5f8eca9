import { InputElement } from '../builtins/input';
import { openTypes } from '../builtins/openTypes';
import { album } from '../system/album';
import { localFiles } from '../system/localFiles';
import type { PhoneSystem } from '../system/phoneSystem';
import { askForAvatar, askForPhoneNumber, offerNickname } from '../system/profileSheets';
import { ApiRefusal, asynchronous } from './convention';

/** Who the user is: log-in codes, and the phone number, picture and nickname, which only the user gives. */
export function accountApi(system: PhoneSystem) {
  openTypes.add('getPhoneNumber', async (button) => {
    agreeTogether(system, button);
    button.emit('getphonenumber', await phoneNumber(system));
  });
  openTypes.add('chooseAvatar', async (button) => {
    agreeTogether(system, button);
    const avatarUrl = await avatar(system).catch((error: Error) => {
      console.warn(`chooseAvatar:fail ${error.message}`);
    });
    // Who gives up sends no event. [guess]
    if (avatarUrl) button.emit('chooseavatar', { avatarUrl });
  });
  listenForNicknames(system);
  return {
    login: asynchronous('login', async () => {
      // A code for code2Session, which a mini-program with cloud functions never needs: the cloud knows who calls.
      await system.gateway.look('/subscriptions');
      return { code: `0${crypto.randomUUID().replaceAll('-', '')}` };
    }),
    checkSession: asynchronous('checkSession', () => ({})),
  };
}

/** `getPhoneNumber|agreePrivacyAuthorization`: one tap means both. [doc] */
function agreeTogether({ privacy }: PhoneSystem, button: { text(name: string): string; id: string }): void {
  if (button.text('open-type').split('|').includes('agreePrivacyAuthorization')) privacy.agree(button.id);
}

async function phoneNumber({ privacy, prompts, appName, gateway }: PhoneSystem): Promise<object> {
  try {
    await privacy.need('手机号', 'button.getPhoneNumber');
    if ((await askForPhoneNumber(prompts, appName)) === 'deny') throw new ApiRefusal('user deny');
    const { code } = await gateway.ask('/phoneCode', {});
    return { code, errMsg: 'getPhoneNumber:ok' };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return { errMsg: `getPhoneNumber:fail ${error.message}`, ...error.fields };
  }
}

async function avatar({ privacy, prompts }: PhoneSystem): Promise<string> {
  await privacy.need('昵称头像', 'button.chooseAvatar');
  const picture = await askForAvatar(prompts, await album.pictures());
  if (!picture) throw new ApiRefusal('cancel');
  return localFiles.add(picture);
}

/** The nickname offered over one field while it has the focus. */
interface Offer {
  isOver: boolean;
  close: () => void;
}

function end(offer: Offer): void {
  offer.isOver = true;
  offer.close();
}

/** `<input type="nickname">`: WeChat offers the nickname over the keyboard; before consent it is an ordinary field. [doc] */
function listenForNicknames({ privacy }: PhoneSystem): void {
  let field: Offer = { isOver: true, close: () => {} };
  document.addEventListener(
    'focusin',
    ({ target }) => {
      end(field);
      if (!(target instanceof InputElement) || target.text('type') !== 'nickname' || privacy.isNeeded) return;
      const offer: Offer = { isOver: false, close: () => {} };
      field = offer;
      void offerNickname((nickname) => target.write(nickname)).then((close) => {
        offer.close = close;
        if (offer.isOver) close();
      });
    },
    true,
  );
  // Who leaves one field ends that field's offer, not the one of the field entered next.
  document.addEventListener(
    'focusout',
    () => {
      const left = field;
      setTimeout(() => end(left), 200);
    },
    true,
  );
}
