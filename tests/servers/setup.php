<?php
/* A small town's news, and who wrote to it. Every word of it was written for these tests. */
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
global $wpdb;

wp_install('The Millbrook Courier', 'editor', 'editor@example.org', true, '', 'editor-pass');
update_option('blogdescription', 'News from the valley');
update_option('permalink_structure', '/%year%/%monthnum%/%day%/%postname%/');
update_option('timezone_string', 'Europe/Lisbon');
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);
update_option('require_name_email', 1);
update_option('show_comments_cookies_opt_in', 1);
update_option('comments_notify', 0);
update_option('moderation_notify', 0);
wp_delete_post(1, true);
wp_delete_post(2, true);
wp_update_user(['ID' => 1, 'display_name' => 'Rosa Whitcombe', 'first_name' => 'Rosa', 'last_name' => 'Whitcombe']);

$paragraphs = fn (...$texts) => implode("\n\n", array_map(
    fn ($text) => str_starts_with($text, '<')
        ? $text
        : "<!-- wp:paragraph -->\n<p>$text</p>\n<!-- /wp:paragraph -->",
    $texts
));

$posts = [
    'before' => ['Swimming pool opens again after a winter of repairs', 'pool-opens-again', '2020-06-04 09:00:00', $paragraphs(
        'The pool on Station Road opens again on Saturday, seven months after its roof was found to leak.',
        '“We counted every tile twice,” said Harriet Osei, who runs the pool. “Nobody wants to close a second time.”',
        'Tickets cost what they cost last year.',
        '(Source: Millbrook Leisure Trust)'
    )],
    'main' => ['Council asks residents about the Mill Lane crossing', 'mill-lane-crossing', '2020-06-17 10:30:00', $paragraphs(
        'Millbrook Town Council wants to hear from residents before it decides whether Mill Lane gets a crossing, councillors agreed on Tuesday.',
        '“Two schools empty onto that lane at the same minute,” said Councillor Anneke Thorne. “We have been lucky, and luck is not a plan.”',
        'The council added:',
        '“Everybody who walks, cycles or drives there can answer five questions on paper at the library or on our website. The answers will be read in public.”',
        'Thorne pointed out that “a crossing without a lower speed is only paint”, and asked for both.',
        'Not all were convinced. Ben Adeyemi, who keeps the bakery at the corner, said the lane’s “real trouble” was parking. “My deliveries come at six,” he said, “and by eight there isn’t a kerb left.”',
        '<!-- wp:quote --><blockquote class="wp-block-quote"><p>I crossed here for forty years. I would like to cross here for one more, and slowly.</p><cite>Edith Marlow, in a letter read at the meeting</cite></blockquote><!-- /wp:quote -->',
        'The questions can be answered until the end of July. More is on <a href="https://council.example/mill-lane">the council’s page</a>.',
        '(Source: Millbrook Town Council)'
    )],
    'after' => ['Library van changes its Tuesday route', 'library-van-route', '2020-06-26 08:15:00', $paragraphs(
        'From next week the library van stops at the mill first and at the chapel last.',
        '“It’s the same books in another order,” driver Tomás Leal said.',
        'The timetable hangs in the post office.'
    )],
    'closed' => ['Minutes of the parish meeting of 1911', 'minutes-of-1911', '2020-05-20 12:00:00', $paragraphs(
        'The minutes of 1911 are on show until the autumn. “Resolved, that the pump be painted green,” they begin.'
    )],
];
$ids = [];
foreach ($posts as $name => [$title, $slug, $date, $content]) {
    $id = wp_insert_post([
        'post_title' => $title, 'post_name' => $slug, 'post_date' => $date, 'post_content' => wp_slash($content),
        'post_status' => 'publish', 'post_author' => 1, 'ping_status' => 'closed',
        'comment_status' => $name === 'closed' ? 'closed' : 'open',
    ], true);
    if (is_wp_error($id)) {
        fwrite(STDERR, $id->get_error_message());
        exit(1);
    }
    $wpdb->update($wpdb->posts, ['guid' => home_url("/?p=$id")], ['ID' => $id]);
    clean_post_cache($id);
    $ids[$name] = $id;
}

$parent = 0;
foreach ([
    ['Tom Fairley', 'tom@example.org', 'Seven months for one roof. My shed took a week.', '2020-06-05 10:00:00'],
    ['Rosa Whitcombe', 'editor@example.org', "A shed has no swimmers.\n\nBut I take the point.", '2020-06-05 11:00:00'],
    ['Zé Quintela', 'ze@example.org', '“Nobody wants to close a second time” — well said.', '2020-06-06 08:30:00'],
] as [$author, $email, $text, $date]) {
    $parent = wp_insert_comment([
        'comment_post_ID' => $ids['before'], 'comment_parent' => $parent, 'comment_author' => $author,
        'comment_author_email' => $email, 'comment_content' => $text, 'comment_approved' => 1,
        'comment_date' => $date, 'comment_date_gmt' => get_gmt_from_date($date),
    ]);
}
wp_update_comment_count_now($ids['before']);
flush_rewrite_rules(false);
echo json_encode($ids);
