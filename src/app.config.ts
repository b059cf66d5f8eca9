import { colours } from './theme/native';

export default defineAppConfig({
  pages: ['pages/home/index'],
  window: {
    navigationBarTitleText: '暖邻',
    navigationBarBackgroundColor: colours.ground,
    navigationBarTextStyle: 'black',
    backgroundColor: colours.ground,
  },
  lazyCodeLoading: 'requiredComponents',
});
