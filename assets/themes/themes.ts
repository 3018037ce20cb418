import { calmLight } from './calm/calm-light.ts'
import { calmDark } from './calm/calm-dark.ts'
import { lake } from './calm/lake.ts'
import { sage } from './calm/sage.ts'
import { clay } from './calm/clay.ts'
import { heather } from './calm/heather.ts'
import { harbour } from './calm/harbour.ts'
import { pine } from './calm/pine.ts'
import { ember } from './calm/ember.ts'
import { plum } from './calm/plum.ts'
import { evening } from './calm/evening.ts'
import { midnight } from './calm/midnight.ts'
import { contrastLight } from './contrast/contrast-light.ts'
import { contrastDark } from './contrast/contrast-dark.ts'
import { contrastYellow } from './contrast/contrast-yellow.ts'
import { contrastNight } from './contrast/contrast-night.ts'
import { largePrint } from './contrast/large-print.ts'
import { letter } from './paper/letter.ts'
import { ledger } from './paper/ledger.ts'
import { newsprint } from './paper/newsprint.ts'
import { parchment } from './paper/parchment.ts'
import { graphPaper } from './paper/graph-paper.ts'
import { blueprint } from './paper/blueprint.ts'
import { lamplight } from './paper/lamplight.ts'
import { snow } from './flat/snow.ts'
import { slate } from './flat/slate.ts'
import { swiss } from './flat/swiss.ts'
import { mint } from './flat/mint.ts'
import { graphite } from './flat/graphite.ts'
import { tangerine } from './flat/tangerine.ts'
import { cobalt } from './flat/cobalt.ts'
import { glassDay } from './glass/glass-day.ts'
import { glassNight } from './glass/glass-night.ts'
import { aurora } from './glass/aurora.ts'
import { frost } from './glass/frost.ts'
import { sunset } from './glass/sunset.ts'
import { lagoon } from './glass/lagoon.ts'
import { classicTeal } from './classic/classic-teal.ts'
import { classicStorm } from './classic/classic-storm.ts'
import { classicMeadow } from './classic/classic-meadow.ts'
import { classicPlatinum } from './classic/classic-platinum.ts'
import { classicWorkbench } from './classic/classic-workbench.ts'
import { classicNight } from './classic/classic-night.ts'
import { rosewood } from './classic/rosewood.ts'
import { phosphor } from './terminal/phosphor.ts'
import { amber } from './terminal/amber.ts'
import { commander } from './terminal/commander.ts'
import { ice } from './terminal/ice.ts'
import { teletype } from './terminal/teletype.ts'
import { syntax } from './terminal/syntax.ts'
import { spring } from './seasonal/spring.ts'
import { summer } from './seasonal/summer.ts'
import { autumn } from './seasonal/autumn.ts'
import { winter } from './seasonal/winter.ts'
import { springNight } from './seasonal/spring-night.ts'
import { summerNight } from './seasonal/summer-night.ts'
import { autumnNight } from './seasonal/autumn-night.ts'
import { winterNight } from './seasonal/winter-night.ts'
import { angkor } from './national/angkor.ts'
import { mekong } from './national/mekong.ts'
import { chitenge } from './national/chitenge.ts'
import { nyasa } from './national/nyasa.ts'
import { steppe } from './national/steppe.ts'
import { saddle } from './national/saddle.ts'
import { gzhel } from './national/gzhel.ts'
import { khokhloma } from './national/khokhloma.ts'
import { andalus } from './national/andalus.ts'
import { majlis } from './national/majlis.ts'
import { azulejo } from './national/azulejo.ts'
import { celadon } from './national/celadon.ts'
import { lantern } from './national/lantern.ts'
import { sweets } from './playful/sweets.ts'
import { comic } from './playful/comic.ts'
import { jelly } from './playful/jelly.ts'
import { toybox } from './playful/toybox.ts'
import { picnic } from './playful/picnic.ts'
import { arcade } from './playful/arcade.ts'
import { disco } from './playful/disco.ts'
import type { Theme } from './theme.ts'

/** Every theme that comes with the program, in the order of the gallery. */
export const themes: readonly Theme[] = [
  calmLight,
  calmDark,
  lake,
  sage,
  clay,
  heather,
  harbour,
  pine,
  ember,
  plum,
  evening,
  midnight,
  contrastLight,
  contrastDark,
  contrastYellow,
  contrastNight,
  largePrint,
  letter,
  ledger,
  newsprint,
  parchment,
  graphPaper,
  blueprint,
  lamplight,
  snow,
  slate,
  swiss,
  mint,
  graphite,
  tangerine,
  cobalt,
  glassDay,
  glassNight,
  aurora,
  frost,
  sunset,
  lagoon,
  classicTeal,
  classicStorm,
  classicMeadow,
  classicPlatinum,
  classicWorkbench,
  classicNight,
  rosewood,
  phosphor,
  amber,
  commander,
  ice,
  teletype,
  syntax,
  spring,
  summer,
  autumn,
  winter,
  springNight,
  summerNight,
  autumnNight,
  winterNight,
  angkor,
  mekong,
  chitenge,
  nyasa,
  steppe,
  saddle,
  gzhel,
  khokhloma,
  andalus,
  majlis,
  azulejo,
  celadon,
  lantern,
  sweets,
  comic,
  jelly,
  toybox,
  picnic,
  arcade,
  disco,
]
