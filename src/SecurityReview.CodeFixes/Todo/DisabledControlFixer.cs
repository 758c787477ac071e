using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Todo.Controls;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>
/// Restores a control that is commented out, where the result compiles; lets a stub throw instead of saying yes. What the control is to decide
/// only its author knows, but until then nobody gets past it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisabledControlFixer))]
public sealed class DisabledControlFixer() : ReviewFixProvider(RuleIds.DisabledControl, Enable, "Restore all security controls that are commented out, let stubs throw")
{
    /// <summary>The equivalence key of both repairs: a finding has one of them.</summary>
    public const string Enable = "control.enable";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(DisabledControlProperties.Shape, out var shape) || context.Diagnostic.Location.SourceSpan.End > context.Text.Length)
            return ImmutableArray<Repair>.Empty;
        var (title, changes) = shape switch
        {
            DisabledControlProperties.Comment => ("Restore the control", ControlRestore.ChangesOf(context)),
            DisabledControlProperties.Stub => ("Throw until it decides", StubThrow.ChangesOf(context)),
            _ => ("", ImmutableArray<TextChange>.Empty),
        };
        return changes.IsEmpty || !Compiles(context, changes)
            ? ImmutableArray<Repair>.Empty
            : ImmutableArray.Create(Repair.OfText(title, Enable, changes));
    }

    /// <summary>Whether the changes bring no compile error into the file.</summary>
    private static bool Compiles(RepairContext context, ImmutableArray<TextChange> changes)
    {
        var tree = context.Root.SyntaxTree;
        var changed = tree.WithChangedText(context.Text.WithChanges(changes));
        var model = context.Model.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
        return Errors(model, context.CancellationToken) <= Errors(context.Model, context.CancellationToken);
    }

    private static int Errors(SemanticModel model, CancellationToken cancellation) =>
        model.GetDiagnostics(cancellationToken: cancellation).Count(item => item.Severity == DiagnosticSeverity.Error);
}
