using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Interpolated strings.</summary>
internal sealed partial class TextComposer
{
    private void Interpolated(InterpolatedStringExpressionSyntax text, ExpressionSyntax? provider, bool isInvariant)
    {
        foreach (var content in text.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax part when LiteralDecoder.Decode(part) is { } mapped:
                    _pieces.Add(new LiteralPiece(part, mapped));
                    break;
                case InterpolatedStringTextSyntax part:
                    _pieces.Add(new ConstantPiece(part, part.TextToken.ValueText));
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } plain when ConstantText(plain.Expression) is { } constant:
                    _pieces.Add(new ConstantPiece(plain, constant));
                    break;
                case InterpolationSyntax interpolation:
                    _pieces.Add(NewHole(interpolation, Unwrap(interpolation.Expression)) with
                    {
                        Format = interpolation.FormatClause?.FormatStringToken.ValueText,
                        Alignment = interpolation.AlignmentClause?.Value.ToString(),
                        Provider = provider,
                        IsInvariant = isInvariant,
                    });
                    break;
            }
        }
    }
}
