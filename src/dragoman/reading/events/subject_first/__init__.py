"""Events in languages whose verbs follow their subjects: forms with auxiliaries, prepositions and cases."""
