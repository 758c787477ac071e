namespace SecurityReview.Tool;

/// <summary>The review cannot be done at all. The message is for the user: what is wrong, where, and what to do.</summary>
internal sealed class CannotReviewException(string message) : Exception(message);
