"""The catalogue of measures, one module a stage of the journey. Declarations only."""
