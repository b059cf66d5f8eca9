import { colours } from './theme/native';

const tab = (page: string, text: string, icon: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `theme/tabs/${icon}-plain.png`,
  selectedIconPath: `theme/tabs/${icon}-chosen.png`,
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/messages/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/bills',
      pages: [
        'list/index',
        'detail/index',
        'prices/index',
        'pay/index',
        'prepay/index',
        'receipts/index',
        'receipt/index',
        'invoice/index',
      ],
    },
    {
      root: 'packages/work',
      pages: [
        'home/index',
        'desk/index',
        'lines/index',
        'accounts/index',
        'stuckWork/index',
        'cases/index',
        'counter/index',
        'myDay/index',
        'handOvers/index',
        'billRuns/index',
        'billRun/index',
        'billRunRows/index',
        'billWork/index',
        'questions/index',
        'invoices/index',
        'refund/index',
        'bindings/index',
        'members/index',
        'notReached/index',
        'join/index',
      ],
    },
    {
      root: 'packages/tickets',
      pages: [
        'report/index',
        'list/index',
        'ticket/index',
        'sign/index',
        'rate/index',
        'rectifications/index',
      ],
    },
    {
      root: 'packages/staffTickets',
      pages: [
        'queue/index',
        'work/index',
        'finish/index',
        'why/index',
        'customer/index',
        'supervisor/index',
        'list/index',
        'case/index',
        'take/index',
        'month/index',
      ],
    },
    { root: 'packages/setup', pages: ['imports/index', 'import/index', 'rows/index'] },
    { root: 'packages/homes', pages: ['bind/index', 'request/index', 'members/index', 'invitation/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/bills'] },
  },
  window: {
    navigationBarTitleText: '暖邻',
    navigationBarBackgroundColor: colours.ground,
    navigationBarTextStyle: 'black',
    backgroundColor: colours.ground,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: colours.ink3,
    selectedColor: colours.brand,
    backgroundColor: colours.card,
    borderStyle: 'white',
    list: [
      tab('home', '首页', 'home'),
      tab('services', '服务', 'services'),
      tab('messages', '消息', 'messages'),
      tab('me', '我的', 'me'),
    ],
  },
  lazyCodeLoading: 'requiredComponents',
});
