import { openTypes } from '../builtins/openTypes';
import type { PhoneSystem } from '../system/phoneSystem';
import type { PrivacyListener } from '../system/privacy';
import { asynchronous, performing } from './convention';

/** Consent to the privacy guide, as the mini-program sees it. */
export function privacyApi({ privacy }: PhoneSystem) {
  openTypes.add('agreePrivacyAuthorization', (button) => {
    privacy.agree(button.id);
    button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  });
  return {
    getPrivacySetting: asynchronous('getPrivacySetting', () => ({
      needAuthorization: privacy.isNeeded,
      privacyContractName: privacy.contractName,
    })),
    requirePrivacyAuthorize: performing('requirePrivacyAuthorize', () =>
      privacy.consent('requirePrivacyAuthorize'),
    ),
    openPrivacyContract: performing('openPrivacyContract', () => privacy.openContract()),
    onNeedPrivacyAuthorization: (listener: PrivacyListener) => privacy.listen(listener),
  };
}
