import type Database from 'better-sqlite3'
import { fold } from '../app/folding.ts'
import { phoneRanges } from '../db/clients/search.ts'
import { pairsOfWord, trigramsOfWord } from './none.ts'
