export default definePageConfig({ navigationBarTitleText: '修好了' });
