export { handOversOf, tillOf } from './counterStore';
