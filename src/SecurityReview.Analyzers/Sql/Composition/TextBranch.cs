namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>The pieces of one of several texts, one of which is chosen.</summary>
/// <param name="FirstPiece">The index of its first piece.</param>
/// <param name="EndPiece">The index after its last piece.</param>
internal sealed record TextBranch(int FirstPiece, int EndPiece);
