using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Text given to a command: parameters are added once the text is set, or where the command is made.</summary>
internal sealed class AdoTextSink : SqlTextSink
{
    private readonly CommandOwner? _owner;
    private readonly BaseObjectCreationExpressionSyntax? _creation;
    private readonly ITypeSymbol _commandType;
    private readonly CommandUse? _use;
    private readonly bool _isAdded;
    private readonly bool _isMade;

    private AdoTextSink(ExpressionSyntax text, CommandOwner? owner, BaseObjectCreationExpressionSyntax? creation, ITypeSymbol commandType, bool isAdded, bool isMade, RepairContext context)
        : base(text, SqlProvider.Of(commandType))
    {
        _isMade = isMade;
        _owner = owner;
        _creation = creation;
        _commandType = commandType;
        _isAdded = isAdded;
        _use = owner is null ? null : new CommandUse(owner, context.Model, context.CancellationToken);
        if (isAdded && _use!.OnlyText is { } only && ConstantOf(only) is { } start && _use.TextsAdded.Select(ConstantOf).All(added => added is null || SqlTokenizer.Tokenize(added).All(token => token.IsClosed)))
            FragmentOf = SqlStatementReader.Read(start).LastOrDefault() is { IsComplete: true } statement ? statement.Verb : SqlVerb.Other;

        string? ConstantOf(ExpressionSyntax expression) => context.Model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: string value } ? value : null;
    }

    /// <inheritdoc/>
    public override SqlVerb FragmentOf { get; }

    /// <inheritdoc/>
    public override ListForm ListForm => Provider.Dialect == SqlDialect.Postgresql ? ListForm.Array : ListForm.PerElement;

    /// <summary>The sink of <c>command.CommandText = …</c>, also inside an initializer; null for any other assignment.</summary>
    public static AdoTextSink? OfAssignment(AssignmentExpressionSyntax assignment, RepairContext context)
    {
        var cancellation = context.CancellationToken;
        if (context.Model.GetSymbolInfo(assignment.Left, cancellation).Symbol is not IPropertySymbol { Name: "CommandText" } property
            || !property.ContainingType.IsOrInherits(KnownTypes.Of(context.Model.Compilation)["System.Data.IDbCommand"]))
        {
            return null;
        }

        if (assignment.Parent is InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation })
            return OfCreation(assignment.Right, creation, context);
        return CommandOwner.OfAssignment(assignment, context.Model, cancellation) is { } owner
            ? new AdoTextSink(assignment.Right, owner, null, owner.Type, assignment.IsKind(SyntaxKind.AddAssignmentExpression), isMade: false, context)
            : null;
    }

    /// <summary>The sink of an expression that makes a command with its text.</summary>
    public static AdoTextSink? OfCreation(ExpressionSyntax text, ExpressionSyntax call, RepairContext context)
    {
        var owner = CommandOwner.OfCreation(call, context.Model, context.CancellationToken);
        var type = owner?.Type ?? context.Model.GetTypeInfo(call, context.CancellationToken).Type;
        var creation = call as BaseObjectCreationExpressionSyntax;
        return type is null || (owner is null && creation is null) ? null : new AdoTextSink(text, owner, creation, type, isAdded: false, isMade: true, context);
    }

    /// <summary>The sink of an expression that makes a data adapter: its command is made along with it.</summary>
    public static AdoTextSink? OfAdapter(ExpressionSyntax text, ExpressionSyntax creation, RepairContext context)
    {
        if (CommandOwner.OfCreation(creation, context.Model, context.CancellationToken) is not { } owner
            || owner.Type.SelfAndBaseTypes().SelectMany(type => type.GetMembers("SelectCommand")).OfType<IPropertySymbol>().FirstOrDefault() is not { } command)
        {
            return null;
        }

        var suppression = command.Type.NullableAnnotation == NullableAnnotation.Annotated ? "!" : "";
        owner = owner with { Receiver = SyntaxFactory.ParseExpression($"{owner.Receiver}.SelectCommand{suppression}"), Type = command.Type };
        return new AdoTextSink(text, owner, null, command.Type, isAdded: false, isMade: true, context);
    }

    /// <inheritdoc/>
    public override SinkRepair? Plan(SqlComposition composition, ImmutableArray<BoundValue> values, RepairContext context)
    {
        if (StyleOf(composition) is not { } style)
            return null;
        var isAnnotated = (context.Model.GetNullableContext(Text.SpanStart) & NullableContext.AnnotationsEnabled) != 0;
        var writer = new ParameterWriter(_commandType, style, isAnnotated);
        var existing = PlaceholderPlan.NamesIn(composition);
        var taken = new HashSet<string>(existing, StringComparer.OrdinalIgnoreCase);
        if (_owner is null)
        {
            if (!writer.CanInitialize || _creation is null || values.Any(IsList))
                return null;
            var initialized = PlaceholderPlan.Create(values, style, taken.Add);
            return TextRepair.Plan(composition, Text, initialized.Placeholders) is { } initializedText
                ? new SinkRepair(initializedText, editor => editor.ReplaceNode(_creation, (node, _) => WithInitializer((BaseObjectCreationExpressionSyntax)node, writer.Initializer(initialized.Parameters))))
                : null;
        }

        if (!IsTextReadable(out var clears) || (clears && existing.Count > 0) || _use!.InsertionPoint() is not { } insertion || !CanInsert(insertion) || !CanList(values, style))
            return null;
        var names = new TakenNames(_owner.Receiver, _owner.Anchor, context);
        var plan = PlaceholderPlan.Create(values, style, name => taken.Add(name) && names.Take(name));
        var locals = new LocalNames(_owner.Anchor, context);
        var elements = new ElementParameters(writer, _owner.Receiver, locals.Take);
        var statements = plan.Parameters.SelectMany(parameter => parameter.List is null ? writer.Add(_owner.Receiver, parameter, locals.Take) : elements.Add(parameter)).ToList();
        var placeholders = plan.Placeholders.Select((pair, i) => (pair.Value, elements.PlaceholderOf(pair.Value, plan.Names[i], pair.Placeholder))).ToList();
        if (TextRepair.Plan(composition, Text, placeholders) is not { } text)
            return null;
        if (clears && insertion == _owner.Anchor)
            statements.Insert(0, ParameterWriter.Clear(_owner.Receiver));
        var listed = values.Where(IsList).Select(value => StatementOf(composition.Text.Hole(value.Holes[0].Index).Expression)).FirstOrDefault();
        return new SinkRepair(text, editor =>
        {
            if (listed is not null)
                StatementEdit.InsertBefore(editor, listed, elements.Before);
            Insert(editor, insertion, statements);
        });

        bool CanList(ImmutableArray<BoundValue> all, PlaceholderStyle mark) =>
            !all.Any(IsList) || (!mark.IsOrdered() && all.Where(IsList).All(value => StatementOf(composition.Text.Hole(value.Holes[0].Index).Expression) is { } statement && StatementEdit.CanInsert(statement)));
    }

    private static bool IsList(BoundValue value) => value.Form == ListForm.PerElement;

    /// <summary>How to mark the parameters; null where the text marks some in a way that cannot be mixed with names.</summary>
    private PlaceholderStyle? StyleOf(SqlComposition composition)
    {
        var marks = PlaceholderPlan.MarksIn(composition);
        var style = Provider.Style == PlaceholderStyle.At && composition.Dialect == SqlDialect.Oracle ? PlaceholderStyle.OrderedColon : Provider.Style;
        // A parameter whose placeholder is not there would be taken for the next one.
        if (style.IsOrdered() && composition.Text.Holes.Any(static hole => hole.IsConditional))
            return null;
        if (style.IsOrdered())
            return marks.Length == 0 && (_use is null || (!RunsAgain && _use.TextsSet.Count() <= 1 && (_isMade || !_use.HasParametersBefore))) && !_isAdded ? style : null;
        if (marks.IndexOfAny(['?', '{']) >= 0 || (marks.Contains("$") && composition.Dialect != SqlDialect.Sqlite))
            return null;
        return marks == ":" && Provider.Dialect != SqlDialect.Tsql ? PlaceholderStyle.Colon : style;
    }

    /// <summary>Whether the command's other texts and parameters leave room for the repair.</summary>
    /// <param name="clears">Whether parameters of an earlier run have to go first.</param>
    private bool IsTextReadable(out bool clears)
    {
        clears = false;
        if (_isAdded)
        {
            // What is added must continue one complete text, set once, in this run.
            return FragmentOf != SqlVerb.Other && !RunsAgain;
        }

        clears = RunsAgain;
        return !clears || (!_use!.HasParametersBefore && !_use.TextsAdded.Any());
    }

    /// <summary>Whether the command can have parameters of an earlier run. One that is made here has none.</summary>
    private bool RunsAgain => !_isMade && _use!.RunsAgain;

    private static bool CanInsert(StatementSyntax insertion) => insertion is UsingStatementSyntax || StatementEdit.CanInsert(insertion);

    private static void Insert(SyntaxEditor editor, StatementSyntax insertion, IReadOnlyList<StatementSyntax> statements)
    {
        if (insertion is not UsingStatementSyntax @using)
            StatementEdit.InsertAfter(editor, insertion, statements);
        else if (@using.Statement is BlockSyntax block)
            editor.ReplaceNode(block, (node, _) => ((BlockSyntax)node).WithStatements(((BlockSyntax)node).Statements.InsertRange(0, statements)));
        else
            StatementEdit.InsertBefore(editor, @using.Statement, statements);
    }

    private static BaseObjectCreationExpressionSyntax WithInitializer(BaseObjectCreationExpressionSyntax creation, ExpressionSyntax parameters)
    {
        if (creation.Initializer is { } existing)
        {
            var last = existing.Expressions.LastOrDefault();
            return last is null ? creation : creation.WithInitializer(existing.WithExpressions(ArgumentListEdit.Add(existing.Expressions, parameters)));
        }

        var initializer = SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(parameters),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken)).WithTrailingTrivia(creation.GetTrailingTrivia());
        return creation.WithoutTrailingTrivia().WithInitializer(initializer);
    }
}
