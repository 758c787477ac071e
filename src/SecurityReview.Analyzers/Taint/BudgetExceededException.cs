namespace SecurityReview.Analyzers.Taint;

/// <summary>Ends the work on one body; never leaves the engine.</summary>
internal sealed class BudgetExceededException : Exception;
