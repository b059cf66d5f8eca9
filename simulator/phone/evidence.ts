import type { Evidence } from '../cloud/core/evidence';

/** What the phone's core claims of WeChat and why we believe it; the families of interfaces list their own. */
export const evidence: Evidence[] = [
  {
    behaviour:
      'ten pages at most; tab pages stay alive until reLaunch; navigateTo and redirectTo refuse tab pages',
    kind: 'document',
    source: 'developers.weixin.qq.com: 页面路由, wx.navigateTo, wx.switchTab',
  },
  {
    behaviour: 'the words after `:fail` of refused routes',
    kind: 'measured',
    source: 'reported from DevTools in public threads; not compared with a device here',
  },
  {
    behaviour: 'query values reach onLoad as they were written, not decoded',
    kind: 'document',
    source: 'wx.navigateTo',
  },
  {
    behaviour: 'redirectTo, reLaunch and navigateTo load the new page before the old one is closed or hidden',
    kind: 'guess',
    source: 'seen in logs of real apps; the order is not documented',
  },
  {
    behaviour: 'setData leaves undefined out with a warning; 1024 KB in one call is too much',
    kind: 'document',
    source: 'developers.weixin.qq.com: setData, 小程序性能',
  },
  {
    behaviour: 'this.data holds what setData was given, functions too; the template draws a copy',
    kind: 'measured',
    source: 'miniprogram-exparser 2.29.1; public component libraries keep callbacks so',
  },
  {
    behaviour: 'paths such as `root.cn.[0].cl` are read as `root.cn[0].cl`',
    kind: 'measured',
    source: 'Taro 4 writes them and runs',
  },
  {
    behaviour: 'modules never see the DOM: the browser names are undefined',
    kind: 'document',
    source: 'developers.weixin.qq.com: JavaScript 支持情况',
  },
  {
    behaviour: 'a class that sets display wins over hidden',
    kind: 'measured',
    source: 'known trap, reported by many in the WeChat community',
  },
  {
    behaviour: 'page styles stay on their page; isolated components see neither app nor page classes',
    kind: 'document',
    source: 'developers.weixin.qq.com: 组件样式隔离',
  },
  {
    behaviour: 'booleans of built-ins: any text but the empty one is true',
    kind: 'document',
    source: 'WXML 数据绑定',
  },
  { behaviour: 'a disabled button hears no tap', kind: 'document', source: 'button' },
  {
    behaviour: 'inputs take 140 characters unless maxlength says otherwise',
    kind: 'document',
    source: 'input, textarea',
  },
  {
    behaviour: 'a selector picker tells its place as text',
    kind: 'measured',
    source: 'Taro and NutUI convert it',
  },
  {
    behaviour: 'a long press after 350 ms takes the place of the tap when somebody listens to it',
    kind: 'document',
    source: '事件系统: longpress',
  },
  {
    behaviour: 'a finger that moves more than 10 px does not tap',
    kind: 'guess',
    source: 'glass-easel uses the same radius',
  },
  { behaviour: 'a virtual keyboard 291 px high', kind: 'guess', source: 'iPhone X, not measured here' },
  {
    behaviour: 'status bar 44 px, navigation bar 44 px, tab bar 82 px',
    kind: 'measured',
    source: 'iPhone X in DevTools',
  },
  {
    behaviour: 'a pull that begins in a scroll-view does not refresh the page',
    kind: 'document',
    source: 'scroll-view: onPullDownRefresh cannot be triggered while a scroll-view scrolls',
  },
  {
    behaviour: 'how a page lags behind the finger that pulls it, and that 50 px make it refresh',
    kind: 'guess',
    source: 'felt, not measured',
  },
  {
    behaviour: 'page.$ stays in the page, element.$ of a custom component sees into it',
    kind: 'document',
    source: 'developers.weixin.qq.com: 小程序自动化 Page',
  },
  {
    behaviour: 'a document read by its id alone is refused by a rule on _openid',
    kind: 'document',
    source: '云开发 安全规则: 查询条件须是规则的子集',
  },
  {
    behaviour:
      'change:prop and functions of wxs as handlers get the instances of their component and of the node; false stops the event',
    kind: 'document',
    source: 'developers.weixin.qq.com: WXS 响应事件',
  },
  {
    behaviour:
      'change:prop is called after the whole change is drawn; setStyle replaces what an earlier one gave',
    kind: 'guess',
    source: 'the order is not documented; component libraries run with it',
  },
  {
    behaviour:
      'a form sees fields and buttons inside a component only if it has wx://form-field-group or wx://form-field-button',
    kind: 'document',
    source: 'developers.weixin.qq.com: 内置 behaviors',
  },
  {
    behaviour:
      "a mini-program follows the phone's dark mode only with darkmode in app.json; @name stands for a value of theme.json",
    kind: 'document',
    source: 'developers.weixin.qq.com: DarkMode 适配指南',
  },
];
