export default definePageConfig({ navigationBarTitleText: '账单处理', enablePullDownRefresh: true });
