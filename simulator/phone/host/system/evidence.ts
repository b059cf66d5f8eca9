import type { Evidence } from '../../../cloud/core/evidence';

export const evidence: Evidence[] = [
  {
    behaviour: 'a refused scope is remembered and fails at once: "<api>:fail auth deny", errno 103',
    kind: 'document',
    source: 'wx.authorize, 授权; the words: DevTools and iOS, Android writes "auth denied"',
  },
  {
    behaviour: 'settings list the scopes that were asked for; wx.openSetting needs a tap',
    kind: 'document',
    source: 'AuthSetting; wx.openSetting since 2.3.0',
  },
  {
    behaviour: 'getLocation needs permission.desc ("require permission desc") and requiredPrivateInfos',
    kind: 'measured',
    source: 'developers community; the duty itself is in the app.json reference',
  },
  {
    behaviour: 'privacy: undeclared 112 "api scope is not declared in the privacy agreement"',
    kind: 'document',
    source: 'WeChat guide 小程序隐私协议开发指南; a community report shows 112 for chooseImage',
  },
  {
    behaviour: 'privacy refused: 104 "privacy permission is not authorized", for interfaces with a scope 103',
    kind: 'measured',
    source: 'community 000eee5b3b4bb83f041218cd967000; the words of 103 are a guess',
  },
  {
    behaviour: 'agree with a button nobody tapped: "… or buttonId is wrong", 104',
    kind: 'measured',
    source: 'developers community, wx.getLocation with Taro 2023-08-30',
  },
  {
    behaviour: 'after a refusal WeChat asks no more for ten seconds',
    kind: 'document',
    source: 'WeChat guide 官方隐私弹窗功能说明',
  },
  {
    behaviour: 'consent is enforced only with __usePrivacyCheck__ or a list of declared kinds',
    kind: 'guess',
    source: 'ours: WeChat enforces it always since 2023-10-17, a fixture without a guide could not run here',
  },
  {
    behaviour: 'the latest onNeedPrivacyAuthorization listener is the one that is asked',
    kind: 'guess',
    source: 'the official demos register one per page and expect the page on top to answer',
  },
  {
    behaviour:
      'requestSubscribeMessage: from a tap or the callback of a payment, else "can only be invoked by user TAP gesture."',
    kind: 'document',
    source: 'wx.requestSubscribeMessage since 2.8.2; the words are measured',
  },
  {
    behaviour: 'a tap lasts for its handlers and their promises; a timer or the network ends it',
    kind: 'guess',
    source: 'reports: it fails after setTimeout and after await of a request; the exact end is not told',
  },
  {
    behaviour: 'a tap on showModal or another dialog of WeChat counts as a tap',
    kind: 'guess',
    source: 'community answers recommend showModal for this',
  },
  {
    behaviour: 'requestPayment: a cancel and a wrong password both end as "requestPayment:fail cancel"',
    kind: 'measured',
    source: 'wx.requestPayment; the rest is decided by the cloud (pay/evidence.ts)',
  },
  {
    behaviour: 'getLocation: development builds fail within 30 s, released ones repeat the first fix',
    kind: 'measured',
    source: 'community 000aee91a98d206bc6dbe722b51801; "a while" is taken as the same 30 s, a guess',
  },
  {
    behaviour: 'getLocation tells WGS-84 unless type is gcj02',
    kind: 'document',
    source: 'wx.getLocation; the shift is the published approximation of GCJ-02',
  },
  {
    behaviour: 'startLocationUpdate is refused for the category; the words',
    kind: 'guess',
    source: 'the duty is in wx.startLocationUpdate; no log shows the text',
  },
  {
    behaviour: 'chooseMedia hands over JPEG of 1280 pixels at most when "compressed" is allowed',
    kind: 'guess',
    source: 'WeChat tells no figures',
  },
  {
    behaviour: 'files lie under http://tmp, http://usr and http://store; texts of the file system',
    kind: 'measured',
    source: 'DevTools; the error table of FileSystemManager',
  },
  {
    behaviour: 'RecorderManager: rates, 600 s at most',
    kind: 'document',
    source: 'RecorderManager.start; the texts of operateRecorder:fail are a guess',
  },
  {
    behaviour: 'scanCode of a code that was not asked for fails by name',
    kind: 'guess',
    source: 'ours: a real scanner goes on looking, a test would wait for ever',
  },
  {
    behaviour: 'onShareAppMessage: a promise decides if it comes within three seconds',
    kind: 'document',
    source: 'Page.onShareAppMessage',
  },
  {
    behaviour: 'offline: "net::ERR_INTERNET_DISCONNECTED", errCode -1; a slow phone says 3g',
    kind: 'guess',
    source: 'WeChat passes on the words of the system',
  },
  {
    behaviour: 'text sizes: 1, 1.2 and 1.4 (关怀模式) of 16 pixels',
    kind: 'document',
    source: 'WeChat guide 适老化设计; 16 is measured in DevTools, 1.2 a guess',
  },
  {
    behaviour: 'a server in no domain list is refused: "<api>:fail url not in domain list", errno 600002',
    kind: 'document',
    source: '网络: 服务器域名配置; 通用错误码',
  },
  {
    behaviour: 'a card without imageUrl shows the top of its page, five to four',
    kind: 'document',
    source: 'onShareAppMessage: imageUrl',
  },
  {
    behaviour: 'pictures and films are chosen together only with mediaType mix',
    kind: 'guess',
    source: 'wx.chooseMedia tells the type mix for that value alone',
  },
  {
    behaviour: 'chooseMessageFile: type, count up to 100, endings for type file alone, time in seconds',
    kind: 'document',
    source: 'wx.chooseMessageFile since 2.5.0, extension since 2.6.0',
  },
  {
    behaviour:
      'chooseMessageFile: an ending may have a dot, its case does not matter; words for an empty one',
    kind: 'guess',
    source: 'the reference only says that no entry may be empty',
  },
];
