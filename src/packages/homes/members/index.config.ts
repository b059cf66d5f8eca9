export default definePageConfig({
  navigationBarTitleText: '家人和成员',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
