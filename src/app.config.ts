export default defineAppConfig({
  pages: ['pages/home/index'],
  window: {
    navigationBarTitleText: '暖邻',
    navigationBarBackgroundColor: '#F7F5F2',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F7F5F2',
  },
  lazyCodeLoading: 'requiredComponents',
});
