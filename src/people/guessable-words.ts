/**
 * Words that guessing programs try first, in the languages of the interface, and words of this product; gathered by us, the longest
 * first, without accents and in lower case.
 */
export const guessableWords: readonly string[] = `
  openroadmap roadmap unesco convention culture ministry ministere contactpoint observer reviewer
  password passwort passphrase passw motdepasse motsdepasse azerty qwerty qwertz letmein welcome
  bienvenue bonjour salut marhaba ahlan hello secret changeme default temporary temp
  administrator administrateur admin root master superuser user guest test demo login access
  iloveyou jetaime love amour habibi sunshine soleil princess princesse dragon monkey tiger
  football soccer baseball basketball chocolat chocolate doudou loulou superman batman pokemon
  starwars matrix computer internet google facebook instagram android samsung iphone windows
  january february march april june july august september october november december
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
  monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi
  samedi dimanche spring summer autumn winter printemps automne hiver paris london geneva
  mohamed mohammed muhammad fatima maria marie michael daniel nicolas thomas jessica ashley
  ali allah jesus god correcthorsebatterystaple trustno whatever freedom liberte flower family
  كلمهالمرور كلمةالمرور مرحبا السلامعليكم السلام الحمدلله بسمالله محمد احمد فاطمه حبيبي الثقافه وزاره
`
  .trim()
  .split(/\s+/)
  .toSorted((one, other) => other.length - one.length)
