export default definePageConfig({ navigationBarTitleText: '为什么派给他' });
