export default definePageConfig({ navigationBarTitleText: '客服台', enablePullDownRefresh: true });
