export default definePageConfig({ navigationBarTitleText: '我的收款', enablePullDownRefresh: true });
