using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>
/// Reads a string expression as pieces: concatenation, interpolation, <c>string.Format</c>, <c>Concat</c>, <c>Join</c>, and locals or
/// builders that straight-line code before the use fills. What it does not understand is a hole.
/// </summary>
internal sealed partial class TextComposer
{
    /// <summary>Texts beyond this are generated; nobody repairs them by hand and no rule needs their positions.</summary>
    private const int MaximalPieces = 2000;

    private readonly SemanticModel _model;
    private readonly ImmutableHashSet<ISymbol> _expanded;
    private readonly CancellationToken _cancellation;
    private readonly ConstantChoices _choices;
    private readonly TextReading _reading;
    private readonly ImmutableHashSet<SyntaxNode> _opened;
    private readonly ImmutableArray<TextPiece>.Builder _pieces = ImmutableArray.CreateBuilder<TextPiece>();
    private readonly ImmutableArray<TextStep>.Builder _steps = ImmutableArray.CreateBuilder<TextStep>();
    private readonly ImmutableArray<TextBranch>.Builder _branches = ImmutableArray.CreateBuilder<TextBranch>();

    /// <summary>Texts that a variable may have instead of what it had: read as a statement of their own.</summary>
    private ImmutableHashSet<SyntaxNode> _alternatives = ImmutableHashSet<SyntaxNode>.Empty;
    private bool _isConditional;
    private bool _isRepeated;
    private int _depth;

    private TextComposer(SemanticModel model, ImmutableHashSet<ISymbol> expanded, ImmutableHashSet<SyntaxNode> opened, TextReading reading, CancellationToken cancellation)
    {
        _reading = reading;
        _opened = opened;
        _model = model;
        _expanded = expanded;
        _cancellation = cancellation;
        _choices = new ConstantChoices(model, cancellation);
    }

    /// <summary>The pieces of an expression; null where there are too many.</summary>
    /// <param name="expression">The text as it is used: an argument, the right side of an assignment.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="expanded">The locals to look into; others are holes.</param>
    /// <param name="opened">The choices to look into; others are holes.</param>
    /// <param name="reading">How much of the code around the text is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static ComposedText? Compose(
        ExpressionSyntax expression, SemanticModel model, ImmutableHashSet<ISymbol> expanded, ImmutableHashSet<SyntaxNode> opened, TextReading reading, CancellationToken cancellation)
    {
        // Counted before anything is bound: the compiler's answers about a huge expression are slow, one by one.
        if (expression.DescendantNodesAndSelf().Where(node => node is BinaryExpressionSyntax or InterpolationSyntax or ArgumentSyntax).Take(MaximalPieces + 1).Count() > MaximalPieces)
            return null;
        var composer = new TextComposer(model, expanded, opened, reading, cancellation);
        composer.Step(expression, statement: null, isConditional: false);
        return composer._pieces.Count > MaximalPieces ? null : new ComposedText(composer._pieces.ToImmutable(), composer._steps.ToImmutable(), composer._branches.ToImmutable());
    }

    /// <summary>What keeps alternatives apart: where nothing stands before them they are statements, behind WHERE they are conditions.</summary>
    private string Separator => _pieces.Count == 0 ? ";" : EndsBeforeCondition(_pieces[_pieces.Count - 1]) ? " AND " : " ";

    private static bool EndsBeforeCondition(TextPiece piece)
    {
        var text = (piece as LiteralPiece)?.Text.Text ?? (piece as ConstantPiece)?.Text ?? "";
        var end = text.TrimEnd();
        return end.Length < text.Length && SqlWords.BeforeConditions.Any(word => end.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (end.Length == word.Length || char.IsWhiteSpace(end[end.Length - word.Length - 1])));
    }

    private bool IsLenient => _reading == TextReading.Lenient;

    /// <summary>Reads one expression that contributes to the text. A local or builder contributes through its own steps.</summary>
    private void Step(ExpressionSyntax root, SyntaxNode? statement, bool isConditional)
    {
        var first = _pieces.Count;
        var outer = _isConditional;
        _isConditional |= isConditional;
        var hasOwnSteps = Unwrap(root) switch
        {
            IdentifierNameSyntax name => Variable(name),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: IdentifierNameSyntax builder }, ArgumentList.Arguments.Count: 0 } => Builder(builder),
            _ => false,
        };
        if (!hasOwnSteps)
        {
            Read(root);
            _steps.Add(new TextStep(root, statement, isConditional, first, _pieces.Count));
        }

        _isConditional = outer;
    }

    private void Read(ExpressionSyntax expression)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_pieces.Count > MaximalPieces || _depth > 50)
        {
            Hole(expression, expression);
            return;
        }

        _depth++;
        expression = Unwrap(expression);
        switch (expression)
        {
            case LiteralExpressionSyntax literal when LiteralDecoder.Decode(literal) is { } text:
                _pieces.Add(new LiteralPiece(literal, text));
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                Interpolated(interpolated, provider: null, isInvariant: false);
                break;
            case BinaryExpressionSyntax binary when IsConcatenation(binary):
                Concatenation(binary);
                break;
            case InvocationExpressionSyntax invocation when Call(invocation):
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" or "TrimEnd" or "TrimStart" or "Substring" or "Remove" } cut } when IsLenient:
                Read(cut.Expression);
                break;
            case ConditionalExpressionSyntax choice when IsLenient && (IsComposed(choice.WhenTrue) || IsComposed(choice.WhenFalse)):
                Read(choice.WhenTrue);
                _pieces.Add(new ConstantPiece(choice, " "));
                Read(choice.WhenFalse);
                break;
            case ConditionalExpressionSyntax or SwitchExpressionSyntax when _opened.Contains(expression):
                Branches(expression);
                break;
            case IdentifierNameSyntax name when Variable(name):
                break;
            default:
                Value(expression, expression);
                break;
        }

        _depth--;
    }

    /// <summary>Reads the texts that an expression chooses from, one after the other; whole statements apart from each other.</summary>
    private void Branches(ExpressionSyntax choice)
    {
        var isConditional = _isConditional;
        var separator = Separator;
        _isConditional = true;
        foreach (var (branch, index) in TextBranches.Of(choice).Select(static (branch, index) => (branch, index)))
        {
            if (index > 0)
                _pieces.Add(new ConstantPiece(branch, separator));
            var first = _pieces.Count;
            Read(branch);
            _branches.Add(new TextBranch(first, _pieces.Count));
        }

        _isConditional = isConditional;
    }

    private static bool IsComposed(ExpressionSyntax expression) => Unwrap(expression) is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax;

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppression when suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = suppression.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>A constant written elsewhere, or a hole.</summary>
    private void Value(SyntaxNode site, ExpressionSyntax expression)
    {
        if (ConstantText(expression) is { } text)
            _pieces.Add(new ConstantPiece(site, text));
        else
            Hole(site, expression);
    }

    private void Hole(SyntaxNode site, ExpressionSyntax expression) => _pieces.Add(NewHole(site, expression));

    private HolePiece NewHole(SyntaxNode site, ExpressionSyntax expression) =>
        new(site, expression, _model.GetTypeInfo(expression, _cancellation).Type)
        {
            Choices = _choices.Of(expression),
            IsConditional = _isConditional,
            IsRepeated = _isRepeated,
        };

    /// <summary>The text of a constant whose text does not depend on the culture; null for any other expression.</summary>
    private string? ConstantText(ExpressionSyntax expression)
    {
        if (_model.GetConstantValue(expression, _cancellation) is not { HasValue: true } constant)
            return null;
        return constant.Value switch
        {
            null => "",
            string text => text,
            char character => character.ToString(),
            byte or short or int or long or ushort or uint or ulong when _model.GetTypeInfo(expression, _cancellation).Type is { TypeKind: not TypeKind.Enum } =>
                Convert.ToString(constant.Value, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private bool IsConcatenation(BinaryExpressionSyntax binary) =>
        binary.IsKind(SyntaxKind.AddExpression)
        && _model.GetTypeInfo(binary, _cancellation).Type?.SpecialType == SpecialType.System_String
        && _model.GetSymbolInfo(binary, _cancellation).Symbol is not IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator };

    /// <summary>Reads <c>a + b + c</c> from left to right without recursion along the left side.</summary>
    private void Concatenation(BinaryExpressionSyntax binary)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = binary;
        while (left is BinaryExpressionSyntax next && IsConcatenation(next))
        {
            operands.Push(next.Right);
            left = next.Left;
        }

        Read(left);
        while (operands.Count > 0)
            Read(operands.Pop());
    }
}
