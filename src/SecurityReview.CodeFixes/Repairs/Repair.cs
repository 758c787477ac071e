using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.CodeFixes.Repairs;

/// <summary>
/// One offered repair of one finding: planned against the document as it stands, so that nothing is offered that cannot be done.
/// </summary>
/// <remarks>
/// A repair either edits syntax or changes text (comments). Syntax edits of several repairs share one editor, so an edit refers to
/// nodes of the original tree and replaces with the overloads that take the current node. New nodes carry the annotations for
/// imports, simplifier and formatter.
/// </remarks>
internal sealed class Repair
{
    private Repair(string title, string equivalenceKey, Action<SyntaxEditor>? edit, ImmutableArray<TextChange> changes)
    {
        Title = title;
        EquivalenceKey = equivalenceKey;
        Edit = edit;
        Changes = changes;
    }

    /// <summary>What the user reads in the light bulb.</summary>
    public string Title { get; }

    /// <summary>The same for all repairs that belong together in a Fix All; a public constant of the fixer.</summary>
    public string EquivalenceKey { get; }

    /// <summary>The edit of the syntax; null for a repair of text.</summary>
    public Action<SyntaxEditor>? Edit { get; }

    /// <summary>The changes of the original text; empty for a repair of syntax.</summary>
    public ImmutableArray<TextChange> Changes { get; }

    public static Repair OfSyntax(string title, string equivalenceKey, Action<SyntaxEditor> edit) =>
        new(title, equivalenceKey, edit, ImmutableArray<TextChange>.Empty);

    public static Repair OfText(string title, string equivalenceKey, IEnumerable<TextChange> changes) =>
        new(title, equivalenceKey, null, changes.ToImmutableArray());
}
