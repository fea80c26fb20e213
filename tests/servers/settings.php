<?php
/* What a test can set at this site, beside WordPress's own options. */

// All tests come from one address, so the rule of fifteen seconds is off unless a test wants it.
add_filter('comment_flood_filter', fn ($flood) => get_option('test_flood_rule') ? $flood : false, 99);

// A site that does not notice when it is told the same twice: then nobody does for us.
add_filter('duplicate_comment_id', fn ($found) => get_option('test_takes_twice') ? 0 : $found);

// A theme that puts the date beside the link to the post before and the post after, as many do.
foreach (['previous_post_link', 'next_post_link'] as $link) {
    add_filter($link, fn ($output, $format, $text, $post) => $post
        ? preg_replace('~(</div>)?$~', ' <time class="entry-date" datetime="' . get_the_date('c', $post) . '">' . get_the_date('', $post) . '</time>$1', $output, 1)
        : $output, 10, 4);
}

// A form that has come to want more since a draft was written for it.
add_filter('comment_form_default_fields', function ($fields) {
    if (get_option('test_asks_for_town')) {
        $fields['town'] = '<p class="comment-form-town"><label for="town">Your town <span class="required">*</span></label>'
            . ' <input id="town" name="town" type="text" maxlength="40" required></p>';
    }
    return $fields;
});

// A form that posts to somebody else.
if ($elsewhere = get_option('test_form_action')) {
    add_action('comment_form_before', fn () => ob_start());
    add_action('comment_form_after', fn () => print(str_replace(site_url('/wp-comments-post.php'), $elsewhere, ob_get_clean())));
}

// A site that does not let application passwords in: over plain http, say.
add_filter('wp_is_application_passwords_available', fn ($is) => get_option('test_no_application_passwords') ? false : $is);

// A form that says where to go from the comment.
add_action('comment_form', fn () => get_option('test_redirect_to')
    and print('<input type="hidden" name="redirect_to" value="' . esc_attr(get_option('test_redirect_to')) . '">'));

// A nonce: a comment without the one of the page it was written on is turned away.
add_action('comment_form', fn () => get_option('test_nonce') and print(wp_nonce_field('comment', 'test_nonce', false, false)));
add_action('pre_comment_on_post', function () {
    if (get_option('test_nonce') && !wp_verify_nonce($_POST['test_nonce'] ?? '', 'comment')) {
        wp_die('The page had expired.', 403);
    }
});

// An API that is closed to strangers, as some sites want it.
add_filter('rest_authentication_errors', fn ($errors) => get_option('test_closed_api')
    ? new WP_Error('rest_login_required', 'Only for members.', ['status' => 401])
    : $errors);

// A theme that leaves the comments to a script.
add_filter('comments_array', fn ($comments) => get_option('test_hides_comments') ? [] : $comments);
