export default definePageConfig({ navigationBarTitleText: '出账', enablePullDownRefresh: true });
