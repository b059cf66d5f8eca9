export default definePageConfig({
  navigationBarTitleText: '暖邻',
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
});
