import type { Generated } from 'kysely'

/** How well calls are held; see migration 0213. */
export interface QualityTables {
  quality_checklists: { id: Generated<number>; name: string; folded: string; retired_at: number | null }
  quality_versions: { id: Generated<number>; checklist_id: number; questions: string; at: number }
  quality_scores: {
    call_id: number
    version_id: number
    user_id: number | null
    started_at: number
    answers: string
    words: string
    result: number
    by_id: number
    at: number
    revision: number
    removed_at: number | null
  }
  quality_marks: {
    id: Generated<number>
    call_id: number
    user_id: number | null
    started_at: number
    second: number
    words: string
    by_id: number
    at: number
    removed_at: number | null
  }
}
