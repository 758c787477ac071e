using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class OneTimeCredentialFixerTests
{
    [Fact]
    public Task EveryShape_IsRepaired() =>
        RepairsAsync(
            """
                public async Task<IActionResult> ResetPassword(string value, string hash, CancellationToken ct)
                {
                    var token = await db.ResetTokens.FirstOrDefaultAsync(t => t.Value == value, ct);
                    if (token is null || token.Used || token.Expires < DateTime.UtcNow)
                        return BadRequest();
                    var member = await db.Members.FindAsync(token.MemberId);
                    if (member is null)
                        return NotFound();

                    member.PasswordHash = hash;
                    // once only
                    token.[|Used|] = true;
                    token.UsedAt = DateTime.UtcNow;
                    await db.SaveChangesAsync(ct);
                    return Ok();
                }

                public bool Redeem(int id)
                {
                    var invite = db.Invites.FirstOrDefault(i => i.Id == id);
                    if (invite is null)
                    {
                        return false;
                    }

                    db.Members.Add(new Member());
                    invite.[|AcceptedAt|] = DateTime.UtcNow;
                    db.SaveChanges();
                    return true;
                }

                public async Task AcceptAsync(string code, CancellationToken ct)
                {
                    var invite = await db.Invites.SingleOrDefaultAsync(i => i.Code == code, ct) ?? throw new KeyNotFoundException(code);
                    db.Members.Add(new Member());
                    await db.SaveChangesAsync(ct);
                    await db.Invites.Where(i => i.Id == invite.Id).[|ExecuteDeleteAsync|](ct);
                }

                public async Task<IActionResult> Join(string code, CancellationToken ct)
                {
                    var invite = await db.Invites.SingleOrDefaultAsync(i => i.Code == code, ct);
                    if (invite is null)
                        return NotFound();
                    await users.CreateAsync(new Member());
                    db.Invites.[|Remove|](invite);
                    await db.SaveChangesAsync(ct);
                    return Ok();
                }

                public async Task<bool> UseAsync(string value)
                {
                    var token = await db.ResetTokens.FirstOrDefaultAsync(t => t.Value == value && !t.Used);
                    if (token is null)
                        return false;
                    await accounts.CreditAsync(token.MemberId, 3);
                    await db.ResetTokens.Where(t => t.Id == token.Id).[|ExecuteUpdateAsync|](s => s.SetProperty(t => t.Used, true));
                    return true;
                }

                public bool VerifyOtp(string phone, string code)
                {
                    if (!s_codes.TryGetValue("otp:" + phone, out var stored) || stored != code)
                        return false;
                    s_codes.[|TryRemove|]("otp:" + phone, out _);
                    return true;
                }

                public async Task<bool> VerifyNonceAsync(string nonce)
                {
                    var stored = await redis.StringGetAsync("nonce:" + nonce);
                    if (stored.IsNull)
                        return false;

                    await redis.[|KeyDeleteAsync|]("nonce:" + nonce);
                    return true;
                }
            """,
            """
                public async Task<IActionResult> ResetPassword(string value, string hash, CancellationToken ct)
                {
                    var token = await db.ResetTokens.FirstOrDefaultAsync(t => t.Value == value, ct);
                    if (token is null || token.Used || token.Expires < DateTime.UtcNow)
                        return BadRequest();
                    var member = await db.Members.FindAsync(token.MemberId);
                    if (member is null)
                        return NotFound();
                    // once only
                    if (await db.ResetTokens.Where(row => row.Id == token.Id && !row.Used).ExecuteUpdateAsync(setters => setters.SetProperty(row => row.Used, true).SetProperty(row => row.UsedAt, DateTime.UtcNow), ct) == 0)
                    {
                        return BadRequest();
                    }

                    member.PasswordHash = hash;
                    await db.SaveChangesAsync(ct);
                    return Ok();
                }

                public bool Redeem(int id)
                {
                    var invite = db.Invites.FirstOrDefault(i => i.Id == id);
                    if (invite is null)
                    {
                        return false;
                    }
                    if (db.Invites.Where(row => row.Id == invite.Id && row.AcceptedAt == null).ExecuteUpdate(setters => setters.SetProperty(row => row.AcceptedAt, DateTime.UtcNow)) == 0)
                    {
                        return false;
                    }

                    db.Members.Add(new Member());
                    db.SaveChanges();
                    return true;
                }

                public async Task AcceptAsync(string code, CancellationToken ct)
                {
                    var invite = await db.Invites.SingleOrDefaultAsync(i => i.Code == code, ct) ?? throw new KeyNotFoundException(code);
                    if (await db.Invites.Where(i => i.Id == invite.Id).ExecuteDeleteAsync(ct) == 0)
                    {
                        throw new KeyNotFoundException("Invite not found.");
                    }

                    db.Members.Add(new Member());
                    await db.SaveChangesAsync(ct);
                }

                public async Task<IActionResult> Join(string code, CancellationToken ct)
                {
                    var invite = await db.Invites.SingleOrDefaultAsync(i => i.Code == code, ct);
                    if (invite is null)
                        return NotFound();
                    if (await db.Invites.Where(row => row.Id == invite.Id).ExecuteDeleteAsync(ct) == 0)
                    {
                        return NotFound();
                    }

                    await users.CreateAsync(new Member());
                    await db.SaveChangesAsync(ct);
                    return Ok();
                }

                public async Task<bool> UseAsync(string value)
                {
                    var token = await db.ResetTokens.FirstOrDefaultAsync(t => t.Value == value && !t.Used);
                    if (token is null)
                        return false;
                    if (await db.ResetTokens.Where(t => t.Id == token.Id && !t.Used).ExecuteUpdateAsync(s => s.SetProperty(t => t.Used, true)) == 0)
                    {
                        return false;
                    }

                    await accounts.CreditAsync(token.MemberId, 3);
                    return true;
                }

                public bool VerifyOtp(string phone, string code)
                {
                    if (!s_codes.TryGetValue("otp:" + phone, out var stored) || stored != code)
                        return false;
                    if (!s_codes.TryRemove("otp:" + phone, out _))
                    {
                        return false;
                    }

                    return true;
                }

                public async Task<bool> VerifyNonceAsync(string nonce)
                {
                    var stored = await redis.StringGetAsync("nonce:" + nonce);
                    if (stored.IsNull)
                        return false;

                    if (!await redis.KeyDeleteAsync("nonce:" + nonce))
                    {
                        return false;
                    }

                    return true;
                }
            """);

    [Theory]
    [InlineData("public async Task<bool> UseAsync(string value) { var token = await db.ResetTokens.FirstAsync(t => t.Value == value); var result = await users.CreateAsync(new Member()); if (!result.Succeeded) return false; token.[|Used|] = true; await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task<bool> UseAsync(string value) { var token = await tokens.FindAsync(value); if (token is null) return false; token.[|Used|] = true; await tokens.UpdateAsync(token); return true; }")]
    [InlineData("public async Task<bool> UseAsync(int id) { var card = await db.GiftCards.FindAsync(id); if (card is null) return false; await accounts.CreditAsync(id, card.Amount); card.[|Status|] = CardState.Redeemed; await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task<bool> UseAsync(int id) { var card = await db.GiftCards.FindAsync(id); if (card is null) return false; card.[|Redeem|](id); await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task<bool> UseAsync(int id) { var token = await db.ResetTokens.FindAsync(id); if (token is null) return false; if (id > 3) { token.[|Used|] = true; } await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task<bool> UseAsync(int id) { var token = await db.ResetTokens.FindAsync(id); if (token is null) return false; token.[|Used|] = true; db.Update(token); await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task<bool> UseAsync(int id) { var invite = await db.Invites.FindAsync(id); if (invite is null) return false; var name = accounts.ToString(); var member = await users.CreateAsync(new Member()); invite.[|AcceptedBy|] = member.ToString(); await db.SaveChangesAsync(); return true; }")]
    [InlineData("public async Task<bool> UseAsync(string code) { var stored = await cache.GetStringAsync(\"otp\"); if (stored != code) return false; await cache.[|RemoveAsync|](\"otp\"); return true; }")]
    [InlineData("public async Task UseAsync(string code) { var amount = await connection.QuerySingleAsync<int>(\"SELECT amount FROM coupons WHERE code = @code\", new { code }); await accounts.CreditAsync(1, amount); await connection.[|ExecuteAsync|](\"UPDATE coupons SET used = 1 WHERE code = @code\", new { code }); }")]
    public Task OtherShape_HasNoRepair(string member) => VerifyFix<OneTimeCredentialAnalyzer, OneTimeCredentialFixer>.OffersNothingAsync(OneTimeCode.In(member));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings()
    {
        const string Before = "        var stored = await cache.GetStringAsync(\"otp\");\n        await cache.RemoveAsync(\"otp\");\n        if (!s_codes.TryGetValue(\"otp\", out var other))\n            return;\n";
        return NullKeyFixAll<OneTimeCredentialAnalyzer, OneTimeCredentialFixer>.RepairsAsync(
            OneTimeCode.In($"    public async Task UseAsync()\n    {{\n{Before}        s_codes.TryRemove(\"otp\", out _);\n    }}"),
            OneTimeCode.In($"    public async Task UseAsync()\n    {{\n{Before}        if (!s_codes.TryRemove(\"otp\", out _))\n        {{\n            return;\n        }}\n    }}"));
    }

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<OneTimeCredentialFixer>(
            OneTimeCode.In("async Task Use() { var t = await db.ResetTokens.FirstAsync(; t.Used = true; await db.SaveChangesAsync( }"), RuleIds.OneTimeCredential);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<OneTimeCredentialAnalyzer, OneTimeCredentialFixer>.RepairsAsync(OneTimeCode.In(before), OneTimeCode.In(after));
}
