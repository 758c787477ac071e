using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Tool.Reviewing;

/// <summary>A row of a model file of the reviewed code, and what one or all projects lack of it.</summary>
/// <param name="Place">Where the row stands.</param>
/// <param name="Gap">What is missing.</param>
/// <param name="Symbol">What the row speaks of.</param>
internal sealed record ModelRowUse(CodePlace Place, RowGap Gap, ModelSymbol Symbol)
{
    /// <summary>What is missing, as a sentence.</summary>
    public string Reason => Gap switch
    {
        RowGap.Type => $"no project has the type '{Symbol.Type}'",
        RowGap.Member => $"no project has the member '{Symbol.Id}'",
        _ => $"'{Symbol.Id}' has no parameter of the name that the row uses",
    };
}
