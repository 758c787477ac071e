namespace SecurityReview.Tool.Reporting;

/// <summary>Tells the user what is going on while the review works. May be called from several threads.</summary>
internal interface IReviewProgress
{
    /// <summary>The next step has begun: a few words, such as <c>Loading Shop.sln</c>.</summary>
    void Step(string text);

    /// <summary>Something for those who asked to be told more; may have several lines.</summary>
    void Detail(string text);
}
