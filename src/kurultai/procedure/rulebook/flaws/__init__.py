"""What contradicts itself or another entry, or can never come true: one module for each subject."""
