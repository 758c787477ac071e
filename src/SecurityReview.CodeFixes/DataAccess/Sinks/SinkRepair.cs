using Microsoft.CodeAnalysis.Editing;
using SecurityReview.CodeFixes.DataAccess.Rewriting;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>A planned repair.</summary>
/// <param name="Text">The repair of the text.</param>
/// <param name="Pass">Passes the values; applied after the text.</param>
internal sealed record SinkRepair(TextRepair Text, Action<SyntaxEditor> Pass)
{
    /// <summary>Applies all of it.</summary>
    public void Apply(SyntaxEditor editor)
    {
        Text.Apply(editor);
        Pass(editor);
    }
}
